import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type NewCase, openCaseStatements } from '#db/repositories/cases.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { appeals } from '#db/schema/moderation-tables.ts';

export type StoredAppeal = typeof appeals.$inferSelect;

export interface AppealMade {
  readonly appeal: StoredAppeal;
  readonly opened: NewCase;
  /** The sealed copies stay until it is decided, and the law's time after that. */
  readonly kept: readonly Statement[];
}

export interface AppealDecided {
  readonly id: string;
  readonly now: number;
  /** Staff pseudonym. */
  readonly by: string;
  readonly outcome: NonNullable<StoredAppeal['outcome']>;
  readonly answer: string;
}

export type AppealsRepository = ReturnType<typeof appealsRepository>;

/** Objections to decisions, and to what became of reports. */
export function appealsRepository(db: Database) {
  return {
    /** False where the same was objected to before. */
    make: (made: AppealMade) => make(db, made),
    async byId(id: string): Promise<StoredAppeal | null> {
      const [found] = await db.select().from(appeals).where(eq(appeals.id, id));
      return found ?? null;
    },
    ofStatement: async (statementId: string): Promise<StoredAppeal | null> =>
      (await db.select().from(appeals).where(eq(appeals.statementId, statementId)).orderBy(desc(appeals.madeAt)))[0] ?? null,
    /** By the statement that they object to. */
    ofStatements: (statementIds: readonly string[]) => ofStatements(db, statementIds),
    ofNotice: async (noticeId: string): Promise<StoredAppeal | null> =>
      (await db.select().from(appeals).where(eq(appeals.noticeId, noticeId)).orderBy(desc(appeals.madeAt)))[0] ?? null,
    /** For the batch of the decision. */
    decideStatements: (decided: AppealDecided): readonly Statement[] => decideStatements(db, decided),
    /** How many people could decide: with one, the second look is the same person's, and the answer says so. */
    countStaff: (): Promise<number> => countStaff(db),
    /** The pseudonym of whoever decided on a report. */
    deciderOfNotice: (noticeId: string) => deciderOfNotice(db, noticeId),
  };
}

function make(db: Database, { appeal, opened, kept }: AppealMade): Promise<boolean> {
  const { statementId, noticeId } = appeal;
  const same = sql`(statement_id is ${statementId} and notice_id is ${noticeId})`;
  return runOrNothing(db, [
    orNothing(db, sql`not exists (select 1 from appeals where ${same})`),
    db.insert(appeals).values(appeal),
    ...openCaseStatements(db, opened),
    ...kept,
  ]);
}

function decideStatements(db: Database, { id, now, by, outcome, answer }: AppealDecided): readonly Statement[] {
  return [
    orNothing(db, sql`exists (select 1 from appeals where id = ${id} and decided_at is null)`),
    db.update(appeals).set({ decidedAt: now, decidedBy: by, outcome, answer }).where(eq(appeals.id, id)),
  ];
}

async function ofStatements(db: Database, statementIds: readonly string[]): Promise<ReadonlyMap<string, StoredAppeal>> {
  const wanted = sql`(select value from json_each(${JSON.stringify(statementIds)}))`;
  const rows = await db.select().from(appeals).where(inArray(appeals.statementId, wanted)).orderBy(appeals.madeAt);
  return new Map(rows.flatMap((row) => (row.statementId === null ? [] : [[row.statementId, row] as const])));
}

async function countStaff(db: Database): Promise<number> {
  const [row] = await db.all<{ count: number }>(
    sql`select count(*) as count from accounts where role in ('moderator', 'administrator')
      and suspended_at is null and restricted_at is null`,
  );
  return row?.count ?? 0;
}

async function deciderOfNotice(db: Database, noticeId: string): Promise<string | null> {
  const [row] = await db.all<{ by: string | null }>(
    sql`select decided_by as "by" from cases where kind = 'notice' and subject_id = ${noticeId} and state = 'decided'`,
  );
  return row?.by ?? null;
}
