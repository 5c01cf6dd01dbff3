import type { AccountRow, AccountsRepository } from '#db/repositories/accounts.ts';
import type { RolesRepository } from '#db/repositories/roles.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { type Role, STAFF } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface RolesContext {
  readonly now: number;
  readonly accounts: Pick<AccountsRepository, 'byEmailKey'>;
  readonly roles: RolesRepository;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
  readonly byOperator: ByOperator;
}

export type OperatorActName = 'role-granted' | 'role-revoked' | 'sessions-ended' | 'factor-reset';

/** Does what the operator asked for, and writes it into the log of staff, in one batch. False where a conditional statement broke off. */
export type ByOperator = (
  done: { readonly act: OperatorActName; readonly accountId: string },
  statements: readonly Statement[],
) => Promise<boolean>;

/** What the operator may give. */
export type StaffRole = 'moderator' | 'administrator';

/** The confirmed account of an address. Throws where there is none. */
export async function accountAt({ accounts }: Pick<RolesContext, 'accounts'>, email: string): Promise<AccountRow> {
  const address = readEmailAddress(email);
  if (address === null) throw new DomainError('invalid', `“${email}” is not an e-mail address.`);
  const account = await accounts.byEmailKey(address.key);
  if (account === null) throw new DomainError('not_found', `No confirmed account has the address ${address.shown}.`);
  return account;
}

/** Makes somebody a moderator or administrator, who has a second factor: its person is told, and signs in anew. */
export async function grantRole(
  context: RolesContext,
  { email, role }: { readonly email: string; readonly role: StaffRole },
): Promise<void> {
  const { now, roles, prepareMail } = context;
  const account = await accountAt(context, email);
  if (account.role === role) throw new DomainError('conflict', `${account.email} is ${role} already.`);
  const { id: accountId, language } = account;
  const key = `role-granted/${newId()}`;
  const mail = await prepareMail({ kind: 'role-granted', key, to: account.email, accountId, language, network: null, facts: { role } });
  const line = { accountId, at: now, kind: 'role-granted', details: { name: role } } as const;
  const statements = roles.grantStatements({ accountId, role, lines: [line], mails: [mail] });
  if (!(await context.byOperator({ act: 'role-granted', accountId }, statements)))
    throw new DomainError(
      'conflict',
      `${account.email} has no second factor yet: its person sets one up under /account/security; then repeat this.`,
    );
}

/** Takes the role of a moderator or administrator back: what is left is an account of somebody who looks for work. */
export async function revokeRole(context: RolesContext, { email }: { readonly email: string }): Promise<Role> {
  const { now, roles, byOperator } = context;
  const { id: accountId, role, email: address } = await accountAt(context, email);
  if (!STAFF.includes(role)) throw new DomainError('conflict', `${address} is ${role}: there is no role to take back.`);
  const line = { accountId, at: now, kind: 'role-revoked', details: { name: role } } as const;
  await byOperator({ act: 'role-revoked', accountId }, roles.revokeStatements({ accountId, lines: [line] }));
  return role;
}

/** Ends every session of an account, for its operator. Answers how many there were. */
export async function endSessionsOf(context: RolesContext, { email }: { readonly email: string }): Promise<number> {
  const { id: accountId } = await accountAt(context, email);
  const line = { accountId, at: context.now, kind: 'sessions-ended', details: {} } as const;
  const open = await context.roles.countSessions(accountId);
  await context.byOperator({ act: 'sessions-ended', accountId }, context.roles.endSessionsStatements({ accountId, lines: [line] }));
  return open;
}
