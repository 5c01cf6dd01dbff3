import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { isNotSuspended } from '#db/repositories/suspensions.ts';
import { employerMembers } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';
import type { EmployerRole } from '#worker/employers/model/employer-role.ts';

/** An employer that an account works for. */
export interface OwnEmployer {
  readonly seq: number;
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: 'active' | 'suspended';
  readonly verifiedDomain: string | null;
  readonly verifiedAt: number | null;
  readonly role: EmployerRole;
}

export type EmployerMembersRepository = ReturnType<typeof employerMembersRepository>;

/** Who works for which employer, and as what. */
export function employerMembersRepository(db: Database) {
  return {
    /** The employers that an account works for, by name: none while it is suspended. */
    ofAccount: (accountId: string) => ofAccount(db, accountId, isNotSuspended(sql`${accountId}`)),
    /** The same, suspended or not: for whoever decides on the account. */
    membershipsOf: (accountId: string) => ofAccount(db, accountId),
    /** Public employers that nobody could act for any more without the account: no other owner is in good standing. */
    ownedAlone: (accountId: string) =>
      ofAccount(db, accountId, sql`${isOwner} and ${eq(status, 'active')} and not ${hasOwnerBeside(accountId)}`),
    /** As what an account works for an employer, by its public id; null for strangers, for an employer that there is not, and for whoever is suspended. */
    find: (accountId: string, employerId: string): Promise<OwnEmployer | null> => find(db, accountId, employerId),
  };
}

const { seq, id, slug, name, status, verifiedDomain, verifiedAt } = employers;
const own = { seq, id, slug, name, status, verifiedDomain, verifiedAt, role: employerMembers.role };

async function ofAccount(db: Database, accountId: string, condition?: SQL): Promise<readonly OwnEmployer[]> {
  return db
    .select(own)
    .from(employerMembers)
    .innerJoin(employers, eq(employers.seq, employerMembers.employerSeq))
    .where(and(eq(employerMembers.accountId, accountId), isNull(employers.mergedInto), condition))
    .orderBy(asc(employers.nameKey), asc(employers.seq));
}

const isOwner = eq(employerMembers.role, 'owner');

function hasOwnerBeside(accountId: string): SQL {
  return sql`exists (select 1 from employer_members as beside where beside.employer_seq = ${employerMembers.employerSeq}
    and beside.role = 'owner' and beside.account_id <> ${accountId} and ${isNotSuspended(sql`beside.account_id`)})`;
}

async function find(db: Database, accountId: string, employerId: string): Promise<OwnEmployer | null> {
  const [found] = await db
    .select(own)
    .from(employerMembers)
    .innerJoin(employers, eq(employers.seq, employerMembers.employerSeq))
    .where(
      and(
        eq(employerMembers.accountId, accountId),
        eq(employers.id, employerId),
        isNull(employers.mergedInto),
        isNotSuspended(sql`${accountId}`),
      ),
    );
  return found ?? null;
}

/** Whether an account works for the employer of a row; with a role: as that. For the conditions of whatever belongs to an employer. */
export function worksFor(employerSeq: SQL, { accountId, role }: { readonly accountId: string; readonly role?: EmployerRole }): SQL {
  const as = role === undefined ? sql`` : sql` and role = ${role}`;
  return sql`exists (select 1 from employer_members where employer_seq = ${employerSeq} and account_id = ${accountId}${as})`;
}
