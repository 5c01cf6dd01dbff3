import { and, desc, eq, gt, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { endWaitingStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { accounts, challenges, linkTokens, sessions } from '#db/schema/account-tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { FoundSession, OpenedLink, StoredSession } from '#worker/accounts/model/session.ts';
import type { Proof } from '#worker/kernel/actor.ts';

export type SessionsRepository = ReturnType<typeof sessionsRepository>;

/** What the cookies of a request name, hashed; null for a cookie that is not there. */
export interface CookiesPresented {
  readonly sessionId: string | null;
  readonly linkId: string | null;
  readonly now: number;
}

export interface Presented {
  readonly session: FoundSession | null;
  readonly link: OpenedLink | null;
}

/** Who is signed in where. */
export function sessionsRepository(db: Database) {
  return {
    find: (cookies: CookiesPresented) => find(db, cookies),
    slide: (id: string, moved: Slid) => slide(db, id, moved),
    end: async (id: string): Promise<void> => void (await db.delete(sessions).where(eq(sessions.id, id))),
    byHandle: (which: Handled) => byHandle(db, which),
    endOne: (ended: OneEnded) => endOne(db, ended),
    endMany: (ended: ManyEnded) => endMany(db, ended),
    renew: (renewed: Renewed) => renew(db, renewed),
    ofAccount: (accountId: string, now: number) => ofAccount(db, accountId, now),
  };
}

const behind = {
  id: accounts.id,
  email: accounts.email,
  name: accounts.name,
  role: accounts.role,
  language: accounts.language,
  restrictedAt: accounts.restrictedAt,
  suspendedAt: accounts.suspendedAt,
  gpc: accounts.gpc,
};

/** One round trip for both. */
async function find(db: Database, { sessionId, linkId, now }: CookiesPresented): Promise<Presented> {
  const [found, links] = await db.batch([
    db
      .select({ session: sessions, account: behind })
      .from(sessions)
      .innerJoin(accounts, eq(sessions.accountId, accounts.id))
      .where(eq(sessions.id, sessionId ?? '')),
    db
      .select({
        kind: linkTokens.kind,
        tokenId: linkTokens.id,
        accountId: linkTokens.accountId,
        signUpId: linkTokens.signUpId,
        changeId: linkTokens.changeId,
        subjectId: linkTokens.subjectId,
      })
      .from(linkTokens)
      .where(and(eq(linkTokens.id, linkId ?? ''), isNull(linkTokens.usedAt), gt(linkTokens.expiresAt, now))),
  ]);
  return { session: found[0] ?? null, link: links[0] ?? null };
}

export interface Slid {
  readonly now: number;
  readonly expiresAt: number;
}

/** Moves the idle end on. Touches what is there and still counts alone: what was ended stays ended. */
async function slide(db: Database, id: string, { now, expiresAt }: Slid): Promise<void> {
  await db
    .update(sessions)
    .set({ seenAt: now, expiresAt })
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now)));
}

/** A session's row, for the batch of a sign-in. */
export function sessionStatements(db: Database, row: StoredSession, replaced: string | null): readonly BatchItem<'sqlite'>[] {
  const inserted = db.insert(sessions).values(row);
  return replaced === null ? [inserted] : [db.delete(sessions).where(eq(sessions.id, replaced)), inserted];
}

export interface SessionsEnded {
  readonly accountId: string;
  /** Stays, such as the one that the password was changed in; null ends all. As the database has it. */
  readonly exceptId: string | null;
}

/** Ends an account's sessions, and sign-ins that are half-way, for the batch of what ends them. */
export function endSessionsStatements(db: Database, { accountId, exceptId }: SessionsEnded): readonly BatchItem<'sqlite'>[] {
  const spared = exceptId === null ? undefined : ne(sessions.id, exceptId);
  return [
    db.delete(sessions).where(and(eq(sessions.accountId, accountId), spared)),
    db.delete(challenges).where(and(eq(challenges.accountId, accountId), eq(challenges.kind, 'second-factor'))),
  ];
}

export interface Handled {
  readonly accountId: string;
  readonly handle: string;
}

async function byHandle(db: Database, which: Handled): Promise<StoredSession | null> {
  const [found] = await db.select().from(sessions).where(handled(which));
  return found ?? null;
}

export interface OneEnded extends Handled {
  readonly line: ActivityLine;
}

/** Ends one session of an account and says so in its activity. False for a handle that is none of its own, and for what had ended. */
function endOne(db: Database, { line, ...which }: OneEnded): Promise<boolean> {
  const isThere = sql`exists (select 1 from sessions where account_id = ${which.accountId} and handle = ${which.handle})`;
  return runOrNothing(db, [orNothing(db, isThere), db.delete(sessions).where(handled(which)), ...activityStatements(db, line)]);
}

function handled({ accountId, handle }: Handled): SQL | undefined {
  return and(eq(sessions.accountId, accountId), eq(sessions.handle, handle));
}

export interface ManyEnded extends SessionsEnded {
  readonly line: ActivityLine;
}

/** Ends sessions of an account with what they asked for, and says so in its activity. */
async function endMany(db: Database, { line, ...which }: ManyEnded): Promise<void> {
  await runBatch(db, [...endSessionsStatements(db, which), ...endWaitingStatements(db, which.accountId), ...activityStatements(db, line)]);
}

export interface Renewed {
  readonly id: string;
  readonly newId: string;
  readonly now: number;
  readonly proof: Proof;
}

/** Gives a session another id, and notes that its person has proven who they are. Answers its latest end; null for what was ended meanwhile. */
async function renew(db: Database, { id, newId, now, proof }: Renewed): Promise<number | null> {
  const [renewed] = await db
    .update(sessions)
    .set({ id: newId, provenAt: now, proof, seenAt: now })
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now)))
    .returning({ endsAt: sessions.endsAt });
  return renewed?.endsAt ?? null;
}

/** No account is in more browsers; a page of them stays small. */
const MOST = 200;

/** Those that still count, the last used first. */
function ofAccount(db: Database, accountId: string, now: number): Promise<readonly StoredSession[]> {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, now), sql`${sessions.endsAt} > ${now}`))
    .orderBy(desc(sessions.seenAt))
    .limit(MOST);
}
