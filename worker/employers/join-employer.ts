import type { EmployerPeopleRepository } from '#db/repositories/employer-people.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import type { InvitationView } from '#worker/employers/model/employer-view.ts';
import { type Actor, isMember } from '#worker/kernel/actor.ts';
import { DomainError, signInFirst } from '#worker/kernel/errors.ts';

export interface JoinEmployerContext {
  readonly now: number;
  readonly employerPeople: Pick<EmployerPeopleRepository, 'invitation' | 'join'>;
}

/** Whoever asks, and the link that is open in the browser. */
export interface Opened {
  readonly actor: Actor;
  readonly link: OpenedLink | null;
}

/** What the invitation is that is open in this browser. */
export async function seeInvitation(context: JoinEmployerContext, { link }: Pick<Opened, 'link'>): Promise<InvitationView> {
  const { invitation, employer } = await invitationOf(context, link);
  return { employer: { name: employer.name, verifiedDomain: employer.verifiedDomain }, role: invitation.role };
}

/** Takes an invitation up, with the account that is signed in: the mailbox it came to was opened by whoever presses. */
export async function joinEmployer(context: JoinEmployerContext, { actor, link }: Opened): Promise<{ readonly id: string }> {
  if (!isMember(actor)) throw signInFirst();
  if (actor.is !== 'employer') {
    throw new DomainError('forbidden', 'employers.account-kind');
  }
  requireUnfrozen(actor);
  const { invitation, employer, tokenId } = await invitationOf(context, link);
  const joined = await context.employerPeople.join({
    use: { id: tokenId, kind: 'join-employer', now: context.now },
    invitationId: invitation.id,
    accountId: actor.accountId,
    line: { accountId: actor.accountId, at: context.now, kind: 'employer-joined', details: { name: employer.name } },
  });
  if (!joined) throw over();
  return { id: employer.id };
}

async function invitationOf({ employerPeople, now }: JoinEmployerContext, link: OpenedLink | null) {
  if (link === null || link.kind !== 'join-employer' || link.subjectId === null) throw over();
  const found = await employerPeople.invitation({ id: link.subjectId, now });
  if (found === null) throw over();
  return { ...found, tokenId: link.tokenId };
}

function over(): DomainError {
  return new DomainError('not_found', LINK_OVER);
}
