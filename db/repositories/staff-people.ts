import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { endWaitingStatements } from '#db/repositories/link-tokens.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { endSessionsStatements } from '#db/repositories/sessions.ts';
import { accounts } from '#db/schema/account-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { Role } from '#worker/kernel/actor.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

/** How an account stands, beside what its own row says. */
export interface PersonStanding {
  readonly sessions: number;
  readonly hasFactor: boolean;
  readonly posts: number;
  readonly publicPosts: number;
  readonly notices: number;
  readonly decisions: number;
}

/** What staff do to an account, with what tells its person. */
export interface PersonAct {
  readonly accountId: string;
  readonly line: ActivityLine;
  readonly mails: readonly PreparedMail[];
}

export interface RoleChange extends PersonAct {
  readonly from: Role;
  readonly to: Role;
  readonly needsFactor: boolean;
}

export type StaffPeopleRepository = ReturnType<typeof staffPeopleRepository>;

/** Accounts, as administrators deal with them. All writes wait for the batch of the log. */
export function staffPeopleRepository(db: Database) {
  return {
    standing: (accountId: string) => standing(db, accountId),
    roleStatements: (change: RoleChange) => roleStatements(db, change),
    endSessionsStatements: ({ accountId, line, mails }: PersonAct): readonly Statement[] => [
      ...endSessionsStatements(db, { accountId, exceptId: null }),
      ...endWaitingStatements(db, accountId),
      ...told(db, { line, mails }),
    ],
    liftFreezeStatements: ({ accountId, line, mails }: PersonAct): readonly Statement[] => [
      orNothing(db, sql`exists (select 1 from accounts where id = ${accountId} and restricted_at is not null)`),
      db.update(accounts).set({ restrictedAt: null }).where(eq(accounts.id, accountId)),
      ...told(db, { line, mails }),
    ],
  };
}

const HAS_FACTOR = (accountId: string) => sql`(exists (select 1 from totp_factors where account_id = ${accountId})
  or exists (select 1 from passkeys where account_id = ${accountId}))`;

async function standing(db: Database, accountId: string): Promise<PersonStanding> {
  const [row] = await db.all<Omit<PersonStanding, 'hasFactor'> & { readonly hasFactor: number }>(sql`
    select (select count(*) from sessions where account_id = ${accountId}) as sessions, ${HAS_FACTOR(accountId)} as "hasFactor",
      (select count(*) from posts where account_id = ${accountId}) as posts,
      (select count(*) from posts where account_id = ${accountId} and state = 'published') as "publicPosts",
      (select count(*) from notices where account_id = ${accountId}) as notices,
      (select count(*) from statements where account_id = ${accountId}) as decisions`);
  if (row === undefined) throw new Error('A row of numbers is missing.');
  return { ...row, hasFactor: row.hasFactor === 1 };
}

/** Breaks off where the role is another by now, or where somebody would see the data of others with a password alone. */
function roleStatements(db: Database, { accountId, from, to, needsFactor, line, mails }: RoleChange): readonly Statement[] {
  return [
    orNothing(db, sql`exists (select 1 from accounts where id = ${accountId} and role = ${from})`),
    ...(needsFactor ? [orNothing(db, HAS_FACTOR(accountId))] : []),
    db.update(accounts).set({ role: to }).where(eq(accounts.id, accountId)),
    ...endSessionsStatements(db, { accountId, exceptId: null }),
    ...told(db, { line, mails }),
  ];
}

function told(db: Database, { line, mails }: Pick<PersonAct, 'line' | 'mails'>): readonly Statement[] {
  return [...activityStatements(db, line), ...queueStatements(db, mails)];
}
