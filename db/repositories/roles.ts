import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { endWaitingStatements } from '#db/repositories/link-tokens.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { endSessionsStatements } from '#db/repositories/sessions.ts';
import { accounts, sessions } from '#db/schema/account-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { Role } from '#worker/kernel/actor.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

/** What the operator does to an account, and the line that tells its person. */
export interface OperatorAct {
  readonly accountId: string;
  readonly lines: readonly ActivityLine[];
}

export interface RoleGranted extends OperatorAct {
  readonly role: Role;
  readonly mails: readonly PreparedMail[];
}

export type RolesRepository = ReturnType<typeof rolesRepository>;

/** Who sees the data of others. Another role ends every session. All writes wait for the batch of the log of staff. */
export function rolesRepository(db: Database) {
  return {
    /** Breaks off for an account without a second factor. */
    grantStatements: (granted: RoleGranted): readonly Statement[] => grantStatements(db, granted),
    revokeStatements: (act: OperatorAct): readonly Statement[] => roleStatements(db, { ...act, role: 'seeker' }),
    countSessions: (accountId: string): Promise<number> => db.$count(sessions, eq(sessions.accountId, accountId)),
    endSessionsStatements: (act: OperatorAct): readonly Statement[] => endSessions(db, act),
  };
}

function grantStatements(db: Database, { mails, ...granted }: RoleGranted): readonly Statement[] {
  const { accountId } = granted;
  const hasFactor = sql`exists (select 1 from totp_factors where account_id = ${accountId})
    or exists (select 1 from passkeys where account_id = ${accountId})`;
  return [orNothing(db, hasFactor), ...roleStatements(db, granted), ...queueStatements(db, mails)];
}

function roleStatements(db: Database, { accountId, role, lines }: OperatorAct & { readonly role: Role }): readonly Statement[] {
  return [
    db.update(accounts).set({ role }).where(eq(accounts.id, accountId)),
    ...endSessionsStatements(db, { accountId, exceptId: null }),
    ...lines.flatMap((line) => activityStatements(db, line)),
  ];
}

function endSessions(db: Database, { accountId, lines }: OperatorAct): readonly Statement[] {
  return [
    ...endSessionsStatements(db, { accountId, exceptId: null }),
    ...endWaitingStatements(db, accountId),
    ...lines.flatMap((line) => activityStatements(db, line)),
  ];
}
