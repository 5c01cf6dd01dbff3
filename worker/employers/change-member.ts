import type { EmployerPeopleRepository } from '#db/repositories/employer-people.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import type { EmployerRole } from '#worker/employers/model/employer-role.ts';
import { type OwnEmployerContext, ownEmployer, ownedEmployer } from '#worker/employers/own-employer.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface ChangeMemberContext extends OwnEmployerContext {
  readonly now: number;
  readonly employerPeople: Pick<EmployerPeopleRepository, 'members' | 'setRole' | 'remove' | 'withdraw'>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

export interface MemberNamed {
  readonly actor: Member;
  /** Of the employer. */
  readonly id: string;
  /** Of the member's account. */
  readonly member: string;
}

/** Makes somebody an owner, or a recruiter. One owner stays. */
export async function changeRole(
  context: ChangeMemberContext,
  { role, ...named }: MemberNamed & { readonly role: EmployerRole },
): Promise<void> {
  const { seq, told } = await prepare(context, { ...named, change: role });
  const changed = await context.employerPeople.setRole({
    employerSeq: seq,
    accountId: named.member,
    by: named.actor.accountId,
    role,
    ...told,
  });
  if (!changed) throw nobodyWouldOwn();
}

/** Takes somebody out. One owner stays. */
export async function removeMember(context: ChangeMemberContext, named: MemberNamed): Promise<void> {
  const { seq, told } = await prepare(context, { ...named, change: 'removed' });
  const removed = await context.employerPeople.remove({ employerSeq: seq, accountId: named.member, by: named.actor.accountId, ...told });
  if (!removed) throw nobodyWouldOwn();
}

/** Leaves by oneself. The last owner hands over first. */
export async function leaveEmployer(context: ChangeMemberContext, { actor, id }: Omit<MemberNamed, 'member'>): Promise<void> {
  requireUnfrozen(actor);
  const { seq, name } = await ownEmployer(context, { actor, id });
  const { accountId } = actor;
  const line = { accountId, at: context.now, kind: 'employer-left', details: { name } } as const;
  const left = await context.employerPeople.remove({ employerSeq: seq, accountId, by: accountId, lines: [line], mails: [] });
  if (!left) throw nobodyWouldOwn();
}

export async function withdrawInvitation(
  context: ChangeMemberContext,
  { actor, id, invitation }: Omit<MemberNamed, 'member'> & { readonly invitation: string },
): Promise<void> {
  requireUnfrozen(actor);
  const { seq } = await ownedEmployer(context, { actor, id });
  const withdrawn = await context.employerPeople.withdraw({ id: invitation, employerSeq: seq, by: actor.accountId });
  if (!withdrawn) throw new DomainError('not_found', 'employers.invitation-over');
}

interface Change extends MemberNamed {
  readonly change: EmployerRole | 'removed';
}

/** Whom it is told to, and what stands in whose activity. */
async function prepare(context: ChangeMemberContext, changed: Change) {
  const { actor, id, member, change } = changed;
  requireUnfrozen(actor);
  const { seq, name } = await ownedEmployer(context, { actor, id });
  const person = (await context.employerPeople.members(seq)).find(({ accountId }) => accountId === member);
  if (person === undefined) throw new DomainError('not_found', 'employers.not-there');
  const at = context.now;
  const own = { accountId: actor.accountId, at, kind: 'employer-people', details: { name } } as const;
  if (member === actor.accountId) return { seq, told: { lines: [own], mails: [] } };
  const kind = change === 'removed' ? 'employer-removed' : 'employer-role';
  const theirs = { accountId: member, at, kind, details: { name } } as const;
  const mail = await context.prepareMail({
    kind: 'member-changed',
    key: `member-changed/${newId()}`,
    to: person.email,
    accountId: member,
    language: person.language,
    facts: { employer: name, change },
    network: null,
  });
  return { seq, told: { lines: [own, theirs], mails: [mail] } };
}

function nobodyWouldOwn(): DomainError {
  return new DomainError('conflict', 'employers.last-owner');
}
