import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { CaseKind } from '#worker/moderation/model/case-kinds.ts';
import { LOOKS_BEFORE_TOLD } from '#worker/relay/model/link-looks.ts';

/** How the newest run of a task stands. */
export interface TaskStatus {
  readonly task: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  /** Null while it runs, or where it broke off. */
  readonly outcome: string | null;
  /** When a run of it ended as it should, last. */
  readonly doneAt: number | null;
}

/** What a retention rule has done. */
export interface RetentionEvidence {
  readonly rule: string;
  /** When its newest run ended; null while it runs, or where it broke off. */
  readonly finishedAt: number | null;
  /** In that run: whose period had ended, and what of it is gone. */
  readonly found: number;
  readonly deleted: number;
  /** In all runs that are looked at. */
  readonly deletedSince: number;
  /** Since when the oldest of what is left is kept; null where nothing is left. */
  readonly oldestLeft: number | null;
}

/** What waits for a decision. */
export interface WaitingCases {
  readonly kind: CaseKind;
  readonly count: number;
  readonly since: number;
}

export interface SourceStatus {
  readonly id: string;
  readonly name: string;
  readonly firstImportedAt: number;
  readonly lastImportedAt: number;
  readonly published: number;
  readonly stopped: number;
  /** Flagged, and kept from the public until a moderator has looked. */
  readonly waiting: number;
  /** Public ads whose outside link leads nowhere. */
  readonly deadLinks: number;
  /** What became of the last import, as `db/import` noted it. */
  readonly lastRun: string | null;
}

export type BoardStatusRepository = ReturnType<typeof boardStatusRepository>;

/** How the board is, for whoever runs it: numbers, and nobody's data. */
export function boardStatusRepository(db: Database) {
  return {
    tasks: () => tasks(db),
    retention: (since: number) => retention(db, since),
    waitingCases: (): Promise<readonly WaitingCases[]> =>
      db.all(
        sql`select kind, count(*) as count, min(opened_at) as since from cases where state = 'open' group by kind order by min(priority), kind`,
      ),
    sources: () => sources(db),
    /** Imports that began and did not end well, as `db/import` noted them. */
    unfinishedImports: async (): Promise<readonly string[]> =>
      (
        await db.all<{ value: string }>(
          sql`select value from facts where name >= 'unfinished-import/' and name < 'unfinished-import0' limit 50`,
        )
      ).map(({ value }) => value),
    counts: (now: number) => counts(db, now),
  };
}

/** Finds the names one by one in the key, not by reading two years of minutes. */
function tasks(db: Database): Promise<readonly TaskStatus[]> {
  return db.all<TaskStatus>(sql`
    with recursive names (task) as (
      select min(task) from task_runs
      union all select (select min(r.task) from task_runs as r where r.task > names.task) from names where names.task is not null)
    select t.task, t.started_at as "startedAt", t.finished_at as "finishedAt", t.outcome,
      (select finished_at from task_runs as d where d.task = t.task and d.finished_at is not null order by d.slot desc limit 1) as "doneAt"
    from names join task_runs as t on t.task = names.task
      and t.slot = (select max(slot) from task_runs as l where l.task = names.task)
    order by t.task`);
}

/** Of each rule its newest run, and what all runs since have deleted. */
function retention(db: Database, since: number): Promise<readonly RetentionEvidence[]> {
  return db.all<RetentionEvidence>(sql`
    select r.rule, r.finished_at as "finishedAt", r.counted as found, r.deleted, r.oldest_left as "oldestLeft", s.deleted as "deletedSince"
    from (select rule, max(slot) as slot, sum(deleted) as deleted from retention_runs where started_at >= ${since} group by rule) as s
    join retention_runs as r on r.rule = s.rule and r.slot = s.slot order by r.rule`);
}

/** Few: they are counted before the many ads are. */
const DEAD = sql`
  select jobs.source_id, count(distinct jobs.id) as count from link_checks cross join jobs on jobs.id = link_checks.job_id
  where link_checks.failures >= ${LOOKS_BEFORE_TOLD} and jobs.status = 'published' and jobs.source_id is not null group by jobs.source_id`;

function sources(db: Database): Promise<readonly SourceStatus[]> {
  return db.all<SourceStatus>(sql`
    select s.id, s.name, s.first_imported_at as "firstImportedAt", s.last_imported_at as "lastImportedAt",
      count(j.seq) filter (where j.status = 'published') as published, count(j.seq) filter (where j.status = 'stopped') as stopped,
      count(w.job_seq) as waiting, coalesce((select d.count from (${DEAD}) as d where d.source_id = s.id), 0) as "deadLinks",
      (select value from facts where facts.name = 'last-import/' || s.name) as "lastRun"
    from sources as s left join jobs as j on j.source_id = s.id
      left join withheld_jobs as w on w.job_seq = j.seq and w.why = 'waiting'
    group by s.id order by s.name`);
}

export interface BoardCounts {
  readonly openAds: number;
  readonly accounts: number;
  readonly staff: number;
  readonly suspendedEmployers: number;
  readonly frozen: number;
}

/** All that are not over, which an index counts, less the few that were stopped or are yet to come: every ad would be read otherwise. */
function openAds(now: number): SQL {
  return sql`(
    (select count(*) from jobs where public_until > ${now})
    - (select count(*) from jobs indexed by jobs_public_from where public_from > ${now} and public_until > ${now} and status = 'published')
    - (select count(*) from jobs indexed by jobs_stopped where status = 'stopped' and public_until > ${now}))`;
}

async function counts(db: Database, now: number): Promise<BoardCounts> {
  const [row] = await db.all<BoardCounts>(sql`
    select ${openAds(now)} as "openAds", (select count(*) from accounts) as accounts,
      (select count(*) from accounts where role in ('moderator', 'administrator')) as staff,
      (select count(*) from employers where status = 'suspended' and unlisted = 0) as "suspendedEmployers",
      (select count(*) from withheld_jobs where why = 'frozen') as frozen`);
  return row ?? { openAds: 0, accounts: 0, staff: 0, suspendedEmployers: 0, frozen: 0 };
}
