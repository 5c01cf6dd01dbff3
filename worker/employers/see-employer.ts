import type { DomainProofsRepository } from '#db/repositories/domain-proofs.ts';
import type { EmployerMembersRepository, OwnEmployer } from '#db/repositories/employer-members.ts';
import type { EmployerPeopleRepository } from '#db/repositories/employer-people.ts';
import type { EmployerProfilesRepository } from '#db/repositories/employer-profiles.ts';
import { maskAddress } from '#worker/accounts/model/email-address.ts';
import { aboutHtml } from '#worker/employers/model/about-html.ts';
import type { EmployerView, OwnEmployersView } from '#worker/employers/model/employer-view.ts';
import { type OwnEmployerContext, ownEmployer } from '#worker/employers/own-employer.ts';
import { proofOf } from '#worker/employers/present-proof.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';

export interface SeeEmployerContext extends OwnEmployerContext {
  readonly now: number;
  readonly board: { readonly dnsResolver: string | null };
  readonly employerProfiles: Pick<EmployerProfilesRepository, 'find'>;
  readonly employerPeople: Pick<EmployerPeopleRepository, 'members' | 'invitations'>;
  readonly domainProofs: Pick<DomainProofsRepository, 'ofEmployer'>;
}

/** An employer as somebody sees it who works for it, field by field. */
export async function seeEmployer(
  context: SeeEmployerContext,
  { actor, id }: { readonly actor: Member; readonly id: string },
): Promise<EmployerView> {
  const { now } = context;
  const own = await ownEmployer(context, { actor, id });
  const [stored, members, invitations, proofs] = await Promise.all([
    context.employerProfiles.find(own.seq),
    context.employerPeople.members(own.seq),
    context.employerPeople.invitations({ employerSeq: own.seq, now }),
    context.domainProofs.ofEmployer({ employerSeq: own.seq, now }),
  ]);
  const isOwner = own.role === 'owner';
  return {
    ...rowOf(own),
    page: stored.page,
    aboutHtml: aboutHtml(stored.page.about),
    waiting: stored.waiting === null ? null : { page: stored.waiting.page, askedAt: isoTime(stored.waiting.askedAt) },
    isPublic: stored.hasPage,
    changesWait: stored.isWatched,
    members: members.map((person) => memberOf(person, { isOwner, isYou: person.accountId === actor.accountId })),
    invitations: isOwner ? invitations.map(({ id, email, role, expiresAt }) => ({ id, email, role, until: isoTime(expiresAt) })) : [],
    proofs: proofs.filter(({ accountId }) => isOwner || accountId === actor.accountId).map(proofOf),
    looksOutside: context.board.dnsResolver !== null,
  };
}

type StoredMember = Awaited<ReturnType<EmployerPeopleRepository['members']>>[number];

/** Owners see the addresses of all; everybody else only their own. */
function memberOf(person: StoredMember, { isOwner, isYou }: { readonly isOwner: boolean; readonly isYou: boolean }) {
  const { accountId: id, name, role, worksAt } = person;
  const email = isOwner || isYou ? person.email : maskAddress(person.email);
  return { id, name, email, role, since: isoTime(person.since), worksAt, isYou };
}

/** The employers that somebody works for. */
export async function listEmployers(
  { employerMembers }: { readonly employerMembers: Pick<EmployerMembersRepository, 'ofAccount'> },
  { accountId }: Member,
): Promise<OwnEmployersView> {
  return { employers: (await employerMembers.ofAccount(accountId)).map(rowOf) };
}

function rowOf({ id, slug, name, role, status, verifiedDomain, verifiedAt }: OwnEmployer) {
  const verified = verifiedDomain === null ? null : { domain: verifiedDomain, since: isoTime(verifiedAt ?? 0) };
  return { id, slug, name, role, status, verified };
}
