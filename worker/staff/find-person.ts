import type { AccountRow, AccountsRepository } from '#db/repositories/accounts.ts';
import type { AuditActorsRepository } from '#db/repositories/audit-actors.ts';
import type { EmployerMembersRepository } from '#db/repositories/employer-members.ts';
import type { StaffPeopleRepository } from '#db/repositories/staff-people.ts';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { requireFreshProof } from '#worker/accounts/model/fresh-proof.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { isId } from '#worker/kernel/random.ts';
import type { WriteAudit } from '#worker/staff/append-audit.ts';
import type { FindPersonInput, PersonView } from '#worker/staff/model/person-view.ts';

export interface FindPersonContext {
  readonly now: number;
  readonly accounts: Pick<AccountsRepository, 'byId' | 'byEmailKey'>;
  readonly auditActors: Pick<AuditActorsRepository, 'accountOf' | 'pseudonymOf'>;
  readonly employerMembers: Pick<EmployerMembersRepository, 'membershipsOf' | 'ownedAlone'>;
  readonly staffPeople: Pick<StaffPeopleRepository, 'standing'>;
  readonly audited: WriteAudit;
}

/** How one account stands, for an administrator who says why. The look is in the log before anything is shown. */
export async function findPerson(
  context: FindPersonContext,
  { actor, input }: { readonly actor: Member; readonly input: FindPersonInput },
): Promise<PersonView> {
  requireFreshProof(actor, context.now);
  const { who, reason, note } = input;
  const account = await accountOf(context, who);
  if (account === null) throw new DomainError('not_found', 'staff.nobody');
  const pseudonym = await context.auditActors.pseudonymOf(account.id, context.now);
  await context.audited({ staff: actor, act: 'person-seen', subject: { kind: 'person', id: pseudonym }, reason, note });
  return present(context, { account, pseudonym, isYou: account.id === actor.accountId });
}

async function accountOf({ accounts, auditActors }: FindPersonContext, who: string): Promise<AccountRow | null> {
  if (isId(who)) {
    const accountId = await auditActors.accountOf(who);
    return accountId === null ? null : accounts.byId(accountId);
  }
  const address = readEmailAddress(who);
  if (address === null) throw invalidField('who', 'staff.who-unreadable');
  return accounts.byEmailKey(address.key);
}

interface Found {
  readonly account: AccountRow;
  readonly pseudonym: string;
  readonly isYou: boolean;
}

async function present({ employerMembers, staffPeople }: FindPersonContext, { account, pseudonym, isYou }: Found): Promise<PersonView> {
  const { id, email, name, role, createdAt, activeAt, restrictedAt, suspendedAt } = account;
  const [standing, employers, alone] = await Promise.all([
    staffPeople.standing(id),
    employerMembers.membershipsOf(id),
    employerMembers.ownedAlone(id),
  ]);
  const ownedAlone = new Set(alone.map((employer) => employer.id));
  const { hasFactor, sessions, posts, publicPosts, notices, decisions } = standing;
  return {
    pseudonym,
    email,
    name,
    role,
    createdAt: isoTime(createdAt),
    activeAt: isoTime(activeAt),
    frozenSince: restrictedAt === null ? null : isoTime(restrictedAt),
    suspendedSince: suspendedAt === null ? null : isoTime(suspendedAt),
    hasFactor,
    sessions,
    posts,
    publicPosts,
    notices,
    decisions,
    employers: employers.map((employer) => ({
      ...{ id: employer.id, name: employer.name, role: employer.role },
      ownedAlone: ownedAlone.has(employer.id),
    })),
    isYou,
  };
}
