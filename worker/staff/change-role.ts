import type { AccountRow } from '#db/repositories/accounts.ts';
import { type Role, STAFF } from '#worker/kernel/actor.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { type PersonAct, type PersonActContext, personOf } from '#worker/staff/act-on-person.ts';
import type { ChangeRoleInput } from '#worker/staff/model/person-view.ts';

type ChangingRole = PersonAct<ChangeRoleInput>;

/** Lets somebody work for the board, or no longer. They sign in anew, and their activity says it. Nobody changes their own role. */
export async function changeRole(context: PersonActContext, changing: ChangingRole): Promise<void> {
  const { actor, pseudonym, input } = changing;
  const account = await personOf(context, changing);
  if (account.id === actor.accountId) throw new DomainError('conflict', 'staff.own-role');
  const to = input.role === 'none' ? await roleWithout(context, account) : input.role;
  if (account.role === to || (input.role === 'none' && !STAFF.includes(account.role))) throw invalidField('role', 'staff.role-same');
  const isGranted = input.role !== 'none';
  const { id: accountId, role: from } = account;
  const kind = isGranted ? 'role-granted' : 'role-revoked';
  const line = { accountId, at: context.now, kind, details: { name: isGranted ? to : from } } as const;
  const statements = context.staffPeople.roleStatements({
    ...{ accountId, from, to, line, needsFactor: isGranted },
    mails: input.role === 'none' ? [] : [await granted(context, { account, role: input.role })],
  });
  const { reason, note } = input;
  if (await context.audited({ staff: actor, act: kind, subject: { kind: 'person', id: pseudonym }, reason, note }, statements)) return;
  throw new DomainError('conflict', 'staff.role-unchanged');
}

/** What is left of an account that no longer works for the board. */
async function roleWithout({ employerMembers }: PersonActContext, { id }: AccountRow): Promise<Role> {
  return (await employerMembers.membershipsOf(id)).length > 0 ? 'employer' : 'seeker';
}

interface Granted {
  readonly account: AccountRow;
  readonly role: 'moderator' | 'administrator';
}

function granted({ prepareMail }: PersonActContext, { account: { id, email, language }, role }: Granted): Promise<PreparedMail> {
  const to = { to: email, accountId: id, language, network: null };
  return prepareMail({ ...to, kind: 'role-granted', key: `role-granted/${newId()}`, facts: { role } });
}
