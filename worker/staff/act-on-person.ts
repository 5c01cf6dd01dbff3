import type { AccountRow, AccountsRepository } from '#db/repositories/accounts.ts';
import type { AuditActorsRepository } from '#db/repositories/audit-actors.ts';
import type { EmployerMembersRepository } from '#db/repositories/employer-members.ts';
import type { StaffPeopleRepository } from '#db/repositories/staff-people.ts';
import { requireFreshProof } from '#worker/accounts/model/fresh-proof.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import type { WriteAudit } from '#worker/staff/append-audit.ts';

export interface PersonActContext {
  readonly now: number;
  readonly accounts: Pick<AccountsRepository, 'byId'>;
  readonly auditActors: Pick<AuditActorsRepository, 'accountOf'>;
  readonly employerMembers: Pick<EmployerMembersRepository, 'membershipsOf'>;
  readonly staffPeople: Pick<StaffPeopleRepository, 'roleStatements' | 'endSessionsStatements' | 'liftFreezeStatements'>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
  readonly audited: WriteAudit;
}

/** An act on somebody who was looked up before: by pseudonym, as the log will name them. */
export interface PersonAct<Input> {
  readonly actor: Member;
  readonly pseudonym: string;
  readonly input: Input;
}

/** Whom the act is about; a pseudonym that nobody has, or has any more, is answered alike. */
export async function personOf(context: PersonActContext, { actor, pseudonym }: PersonAct<unknown>): Promise<AccountRow> {
  requireFreshProof(actor, context.now);
  const accountId = await context.auditActors.accountOf(pseudonym);
  const account = accountId === null ? null : await context.accounts.byId(accountId);
  if (account === null) throw new DomainError('not_found', 'staff.no-account');
  return account;
}
