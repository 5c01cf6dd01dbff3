import type { EmployerPeopleRepository } from '#db/repositories/employer-people.ts';
import { type EmailAddress, readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import type { EmployerRole } from '#worker/employers/model/employer-role.ts';
import type { IssueLink } from '#worker/employers/model/issue-link.ts';
import { type OwnEmployerContext, ownedEmployer } from '#worker/employers/own-employer.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface InviteMemberContext extends OwnEmployerContext {
  readonly now: number;
  readonly language: string;
  readonly employerPeople: Pick<EmployerPeopleRepository, 'invite' | 'members'>;
  readonly issueLink: IssueLink;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

export interface MemberInvited {
  readonly actor: Member;
  readonly visit: Pick<Visit, 'network'>;
  readonly id: string;
  readonly email: string;
  readonly role: EmployerRole;
}

/** Asks somebody by mail to work for an employer, whether that address has an account or not. */
export async function inviteMember(context: InviteMemberContext, invited: MemberInvited): Promise<void> {
  const { actor, visit, id, role } = invited;
  requireUnfrozen(actor);
  const { seq, name } = await ownedEmployer(context, { actor, id });
  const address = await newAddress(context, { seq, email: invited.email });
  const { now } = context;
  const invitationId = newId();
  const { token, link } = await context.issueLink(now, { kind: 'join-employer', subjectId: invitationId });
  const mail = await context.prepareMail({
    kind: 'join-employer',
    key: `join-employer/${invitationId}`,
    to: address.shown,
    accountId: null,
    language: context.language,
    facts: { token, until: link.expiresAt, role },
    network: visit.network,
  });
  const asked = { id: invitationId, employerSeq: seq, email: address.shown, emailKey: address.key, role };
  const invitation = { ...asked, invitedBy: actor.accountId, createdAt: now, expiresAt: link.expiresAt };
  const line = { accountId: actor.accountId, at: now, kind: 'employer-people', details: { name } } as const;
  const isAsked = await context.employerPeople.invite({ invitation, link, mail, line });
  if (!isAsked) throw new DomainError('conflict', 'employers.invited-too-many');
}

/** Of nobody who works there already. */
async function newAddress(
  { employerPeople }: InviteMemberContext,
  { seq, email }: { readonly seq: number; readonly email: string },
): Promise<EmailAddress> {
  const address = readEmailAddress(email);
  if (address === null) throw invalidField('email', 'employers.invite-address');
  const people = await employerPeople.members(seq);
  if (people.some((member) => member.email.toLowerCase() === address.key)) throw invalidField('email', 'employers.invite-known');
  return address;
}
