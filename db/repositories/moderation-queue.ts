import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import {
  type CaseClosed,
  type CaseRow,
  closeCaseStatements,
  type DecisionOf,
  isOwnCase,
  notOwnStatements,
} from '#db/repositories/cases.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import { logStatements } from '#db/repositories/post-log.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { cases } from '#db/schema/moderation-tables.ts';
import { employers } from '#db/schema/tables.ts';
import type { CaseKind } from '#worker/moderation/model/case-kinds.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';

/** Where a page of the queue ends: the next one begins after it. */
export interface QueuePlace {
  readonly priority: number;
  readonly openedAt: number;
  readonly id: string;
}

export interface QueueAsked {
  /** Who asks: their own posts are marked. */
  readonly accountId: string;
  readonly kinds: readonly CaseKind[] | null;
  readonly after: QueuePlace | null;
  readonly most: number;
}

export interface QueuedCase {
  readonly row: CaseRow;
  readonly employer: string | null;
  /** About a post of whoever asks, or of their employer. */
  readonly isOwn: boolean;
}

export interface QueueCount {
  readonly kind: CaseKind;
  readonly count: number;
  readonly oldestAt: number;
}

export type ModerationQueueRepository = ReturnType<typeof moderationQueueRepository>;

/** What waits for moderators, the first first. */
export function moderationQueueRepository(db: Database) {
  return {
    page: (asked: QueueAsked) => page(db, asked),
    counts: () => counts(db),
    find: (asked: DecisionOf) => find(db, asked),
    /** Closes a case for the batch of its decision, by somebody whose own it is not. */
    close: (closed: CaseClosed & { readonly accountId: string }): readonly Statement[] => [
      ...closeCaseStatements(db, closed),
      ...notOwnStatements(db, { caseId: closed.id, accountId: closed.accountId }),
    ],
    /** Notes a question to the author; the case stays open. */
    ask: (asked: QuestionAsked) => ask(db, asked),
    /** What a moderator said to flags. */
    answerFlags: (id: string, flags: readonly FlagRaised[]): readonly Statement[] => [
      db.update(cases).set({ flags }).where(eq(cases.id, id)),
    ],
  };
}

const isOwn = (accountId: string) => sql<number>`${isOwnCase(sql`${cases}.id`, accountId)}`;

/** By the index of the queue: a page costs the same, however many wait. */
async function page(db: Database, { accountId, kinds, after, most }: QueueAsked): Promise<readonly QueuedCase[]> {
  const isAfter =
    after === null
      ? undefined
      : sql`(${cases.priority}, ${cases.openedAt}, ${cases.id}) > (${after.priority}, ${after.openedAt}, ${after.id})`;
  const where = and(eq(cases.state, 'open'), isAfter, kinds === null ? undefined : inArray(cases.kind, [...kinds]));
  return rows(db, { accountId, where, most });
}

async function find(db: Database, { caseId, accountId }: DecisionOf): Promise<QueuedCase | null> {
  return (await rows(db, { accountId, where: eq(cases.id, caseId), most: 1 }))[0] ?? null;
}

interface RowsAsked extends Pick<QueueAsked, 'accountId' | 'most'> {
  readonly where: SQL | undefined;
}

async function rows(db: Database, { accountId, where, most }: RowsAsked): Promise<readonly QueuedCase[]> {
  const found = await db
    .select({ row: cases, employer: employers.name, own: isOwn(accountId) })
    .from(cases)
    .leftJoin(employers, eq(employers.seq, cases.employerSeq))
    .where(where)
    .orderBy(cases.priority, cases.openedAt, cases.id)
    .limit(most);
  return found.map(({ row, employer, own }) => ({ row, employer, isOwn: own === 1 }));
}

function counts(db: Database): Promise<readonly QueueCount[]> {
  return db
    .select({ kind: cases.kind, count: sql<number>`count(*)`, oldestAt: sql<number>`min(${cases.openedAt})` })
    .from(cases)
    .where(eq(cases.state, 'open'))
    .groupBy(cases.kind);
}

export interface QuestionAsked {
  readonly id: string;
  readonly postId: string;
  readonly question: string;
  readonly now: number;
  readonly accountId: string;
}

function ask(db: Database, { id, postId, question, now, accountId }: QuestionAsked): readonly Statement[] {
  return [
    orNothing(db, sql`exists (select 1 from cases where id = ${id} and state = 'open' and kind = 'post')`),
    ...notOwnStatements(db, { caseId: id, accountId }),
    db.update(cases).set({ question, askedAt: now }).where(eq(cases.id, id)),
    ...logStatements(db, { postId, at: now, by: 'moderator', accountId: null, what: 'question-asked', why: question }),
  ];
}
