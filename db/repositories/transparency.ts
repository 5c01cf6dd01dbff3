import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';

/** What was decided in a month, in totals. */
export interface MonthOfDecisions {
  /** `2026-11`, UTC. */
  readonly month: string;
  readonly notices: number;
  readonly restricted: number;
  readonly kept: number;
  readonly alreadyGone: number;
  readonly abusive: number;
  readonly rejected: number;
  readonly frozen: number;
  readonly removed: number;
  readonly edited: number;
  readonly suspended: number;
  /** Of the decisions of that month: those that a check of ours had pointed at, and those that followed a report. */
  readonly checked: number;
  readonly noticed: number;
  /** And those that were taken back since; a freeze that simply ended is none. */
  readonly reversed: number;
  readonly appeals: number;
  readonly appealsReversed: number;
  readonly appealsUpheld: number;
}

export interface Span {
  readonly from: number;
  readonly until: number;
}

export type TransparencyRepository = ReturnType<typeof transparencyRepository>;

/** Totals of reports, decisions and objections: nobody can be told from them. */
export function transparencyRepository(db: Database) {
  return {
    /** Each month in which something happened, the newest first. */
    months: (span: Span) => months(db, span),
    /** Milliseconds from report to decision, the one in the middle; null where nothing was decided. */
    medianOfNotices: (span: Span) =>
      median(db, sql`select decided_at - received_at as took from notices where ${within('received_at', span)}`),
    medianOfAppeals: (span: Span) => median(db, sql`select decided_at - made_at as took from appeals where ${within('made_at', span)}`),
    /** Addresses whose reports are slowed at that moment. */
    slowed: async (now: number): Promise<number> =>
      (await db.all<{ count: number }>(sql`select count(*) as count from notice_slowdowns where slowed_until > ${now}`))[0]?.count ?? 0,
  };
}

const within = (column: string, { from, until }: Span) => sql`${sql.raw(column)} >= ${from} and ${sql.raw(column)} < ${until}`;

/** What is alike is counted first, month by month along the index: the months of single rows would have to be worked out and sorted. */
function months(db: Database, span: Span): Promise<readonly MonthOfDecisions[]> {
  return db.all<MonthOfDecisions>(sql`
    with recursive m(first, next) as (
      select ${span.from}, ${monthAfter(sql`${span.from}`)} union all select next, ${monthAfter(sql`next`)} from m where next < ${span.until}),
    told as (
      select m.first, 'notice' as what, outcome, null as checked, null as noticed, null as reversed, count(*) as n
      from m cross join notices on ${inMonth('received_at', span)} group by 1, 3
      union all
      select m.first, 'statement', restriction, automated_detection, notice_id is not null,
        reversed_at is not null and restriction <> 'frozen', count(*)
      from m cross join statements on ${inMonth('applied_at', span)} group by 1, 3, 4, 5, 6
      union all
      select m.first, 'appeal', outcome, null, null, null, count(*) from m cross join appeals on ${inMonth('made_at', span)} group by 1, 3)
    select strftime('%Y-%m', first / 1000, 'unixepoch') as month,
      ${total(sql`what = 'notice'`)} as notices,
      ${total(sql`what = 'notice' and outcome is 'restricted'`)} as restricted, ${total(sql`what = 'notice' and outcome is 'kept'`)} as kept,
      ${total(sql`what = 'notice' and outcome is 'already-gone'`)} as "alreadyGone",
      ${total(sql`what = 'notice' and outcome is 'abusive'`)} as abusive,
      ${total(sql`outcome is 'rejected'`)} as rejected, ${total(sql`outcome is 'frozen'`)} as frozen,
      ${total(sql`outcome is 'removed'`)} as removed, ${total(sql`outcome is 'edited'`)} as edited,
      ${total(sql`outcome is 'suspended'`)} as suspended,
      ${total(sql`checked`)} as checked, ${total(sql`noticed`)} as noticed, ${total(sql`reversed`)} as reversed,
      ${total(sql`what = 'appeal'`)} as appeals, ${total(sql`what = 'appeal' and outcome is 'reversed'`)} as "appealsReversed",
      ${total(sql`what = 'appeal' and outcome is 'upheld'`)} as "appealsUpheld"
    from told group by first order by first desc`);
}

const total = (condition: SQL) => sql`coalesce(sum(n) filter (where ${condition}), 0)`;
const monthAfter = (time: SQL) => sql`unixepoch(${time} / 1000, 'unixepoch', 'start of month', '+1 month') * 1000`;
const inMonth = (column: string, { until }: Span) => sql`${sql.raw(column)} >= m.first and ${sql.raw(column)} < min(m.next, ${until})`;

async function median(db: Database, all: ReturnType<typeof sql>): Promise<number | null> {
  const [row] = await db.all<{ took: number }>(sql`
    with taken as (select took from (${all}) where took is not null order by took)
    select cast(avg(took) as integer) as took from (
      select took from taken limit 2 - (select count(*) from taken) % 2 offset max(0, ((select count(*) from taken) - 1) / 2))
    where took is not null having count(*) > 0`);
  return row?.took ?? null;
}
