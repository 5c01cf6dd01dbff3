import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { type NewCase, openCaseStatements } from '#db/repositories/cases.ts';
import { issueLinkStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { runBatch, type Statement } from '#db/repositories/run-batch.ts';
import { noticeSlowdowns, notices } from '#db/schema/moderation-tables.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { NOTICES_A_DAY, UNFOUNDED_UNTIL_SLOWED } from '#worker/promises/model/report-periods.ts';

export type StoredNotice = typeof notices.$inferSelect;

export interface NoticeSent {
  readonly notice: StoredNotice;
  readonly opened: NewCase;
  /** The link and mail of the receipt; null where no address was given. */
  readonly receipt: { readonly link: NewLink; readonly mail: PreparedMail } | null;
  /** A sealed copy of the ad as it stands. */
  readonly copied: readonly Statement[];
}

export interface NoticeDecided {
  readonly id: string;
  readonly now: number;
  readonly outcome: NonNullable<StoredNotice['outcome']>;
  readonly answer: string;
  readonly told: { readonly link: NewLink; readonly mail: PreparedMail } | null;
}

export interface Unfounded {
  readonly notifier: string;
  readonly now: number;
  /** Older ones count no more. */
  readonly since: number;
  readonly slowedUntil: number;
}

export type NoticesRepository = ReturnType<typeof noticesRepository>;

/** Reports that an ad is unlawful, and what became of them. */
export function noticesRepository(db: Database) {
  return {
    /** False where that address has sent so many today that no person reads so many ads. */
    send: (sent: NoticeSent) => send(db, sent),
    async byId(id: string): Promise<StoredNotice | null> {
      const [found] = await db.select().from(notices).where(eq(notices.id, id));
      return found ?? null;
    },
    /** Reports of one ad that wait for a decision, the oldest first. */
    openOf: (jobId: string): Promise<readonly StoredNotice[]> =>
      db
        .select()
        .from(notices)
        .where(and(eq(notices.jobId, jobId), isNull(notices.decidedAt)))
        .orderBy(notices.receivedAt, notices.id),
    ofAccount: (accountId: string): Promise<readonly StoredNotice[]> =>
      db.select().from(notices).where(eq(notices.accountId, accountId)).orderBy(desc(notices.receivedAt)).limit(MOST),
    slowdownOf: (notifier: string) => slowdownOf(db, notifier),
    confirmNotifier: async ({ id, notifier }: { readonly id: string; readonly notifier: string }): Promise<void> =>
      void (await db
        .update(notices)
        .set({ notifier })
        .where(and(eq(notices.id, id), isNull(notices.notifier)))),
    /** For the batch of the decision. */
    decideStatements: (decided: NoticeDecided): readonly Statement[] => decideStatements(db, decided),
    unfoundedStatements: (unfounded: Unfounded): readonly Statement[] => [unfoundedStatement(db, unfounded)],
    /** Takes its person out of a notice: what was decided stays. */
    erase: (erased: { readonly id: string; readonly sealed: string }) => erase(db, erased),
  };
}

const MOST = 200;
const DAY = 86_400_000;

function send(db: Database, { notice, opened, receipt, copied }: NoticeSent): Promise<boolean> {
  const { notifier, receivedAt } = notice;
  const sentToday = sql`(select count(*) from notices where notifier = ${notifier} and received_at > ${receivedAt - DAY})`;
  return runOrNothing(db, [
    orNothing(db, notifier === null ? sql`true` : sql`${sentToday} < ${NOTICES_A_DAY}`),
    db.insert(notices).values(notice),
    ...openCaseStatements(db, opened),
    ...copied,
    ...(receipt === null ? [] : [...issueLinkStatements(db, receipt.link), ...queueStatements(db, [receipt.mail])]),
  ]);
}

function decideStatements(db: Database, { id, now, outcome, answer, told }: NoticeDecided): readonly Statement[] {
  return [
    orNothing(db, sql`exists (select 1 from notices where id = ${id} and decided_at is null)`),
    db.update(notices).set({ decidedAt: now, outcome, answer }).where(eq(notices.id, id)),
    ...(told === null ? [] : [...issueLinkStatements(db, told.link), ...queueStatements(db, [told.mail])]),
  ];
}

/** Counts one more, from one on where the last was long ago; the address waits once there are too many. */
function unfoundedStatement(db: Database, { notifier, now, since, slowedUntil }: Unfounded): Statement {
  const counted: SQL = sql`iif(${noticeSlowdowns.lastAt} > ${since}, ${noticeSlowdowns.unfounded} + 1, 1)`;
  return db
    .insert(noticeSlowdowns)
    .values({ notifier, unfounded: 1, lastAt: now })
    .onConflictDoUpdate({
      target: noticeSlowdowns.notifier,
      set: {
        unfounded: counted,
        lastAt: now,
        slowedUntil: sql`iif(${counted} >= ${UNFOUNDED_UNTIL_SLOWED}, ${slowedUntil}, slowed_until)`,
      },
    });
}

async function slowdownOf(db: Database, notifier: string) {
  const [found] = await db.select().from(noticeSlowdowns).where(eq(noticeSlowdowns.notifier, notifier));
  return found ?? null;
}

function erase(db: Database, { id, sealed }: { readonly id: string; readonly sealed: string }): Promise<void> {
  return runBatch(db, [
    db.update(notices).set({ sealed, notifier: null, accountId: null }).where(eq(notices.id, id)),
    db.run(sql`delete from link_tokens where kind = 'notice' and subject_id = ${id}`),
  ]);
}
