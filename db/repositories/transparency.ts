import { sql } from 'drizzle-orm';
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
const month = (column: string) => sql`strftime('%Y-%m', ${sql.raw(column)} / 1000, 'unixepoch')`;

function months(db: Database, span: Span): Promise<readonly MonthOfDecisions[]> {
  return db.all<MonthOfDecisions>(sql`
    with told as (
      select ${month('received_at')} as month, 'notice' as what, outcome, null as checked, null as noticed, null as reversed
      from notices where ${within('received_at', span)}
      union all
      select ${month('applied_at')}, 'statement', restriction, automated_detection, notice_id is not null,
        reversed_at is not null and restriction <> 'frozen'
      from statements where ${within('applied_at', span)}
      union all
      select ${month('made_at')}, 'appeal', outcome, null, null, null from appeals where ${within('made_at', span)})
    select month,
      sum(what = 'notice') as notices,
      sum(what = 'notice' and outcome is 'restricted') as restricted, sum(what = 'notice' and outcome is 'kept') as kept,
      sum(what = 'notice' and outcome is 'already-gone') as "alreadyGone", sum(what = 'notice' and outcome is 'abusive') as abusive,
      sum(outcome is 'rejected') as rejected, sum(outcome is 'frozen') as frozen, sum(outcome is 'removed') as removed,
      sum(outcome is 'edited') as edited, sum(outcome is 'suspended') as suspended,
      sum(coalesce(checked, 0)) as checked, sum(coalesce(noticed, 0)) as noticed, sum(coalesce(reversed, 0)) as reversed,
      sum(what = 'appeal') as appeals, sum(what = 'appeal' and outcome is 'reversed') as "appealsReversed",
      sum(what = 'appeal' and outcome is 'upheld') as "appealsUpheld"
    from told group by month order by month desc`);
}

async function median(db: Database, all: ReturnType<typeof sql>): Promise<number | null> {
  const [row] = await db.all<{ took: number }>(sql`
    with taken as (select took from (${all}) where took is not null order by took)
    select cast(avg(took) as integer) as took from (
      select took from taken limit 2 - (select count(*) from taken) % 2 offset max(0, ((select count(*) from taken) - 1) / 2))
    where took is not null having count(*) > 0`);
  return row?.took ?? null;
}
