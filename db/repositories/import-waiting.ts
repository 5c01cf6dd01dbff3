import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { FlaggedAd } from '#db/import/check-ads.ts';
import { newId } from '#worker/kernel/random.ts';
import { PRIORITIES } from '#worker/moderation/model/case-kinds.ts';

export interface WrittenAds {
  readonly sourceId: string;
  readonly now: number;
  /** The source's keys of all that this batch has brought. */
  readonly keys: readonly string[];
  readonly flagged: readonly FlaggedAd[];
}

/**
 * Keeps flagged ads from the public until a moderator has looked, in the batch that writes them. An ad that did not change stays as it is, one
 * that waited and changed is judged anew, and what a moderator let pass with the same findings passes again. One that is frozen gets its case,
 * too, and waits for it when the freeze ends. The last statement answers a row for each that waits now.
 */
export function waitingStatements(db: Database, { sourceId, now, keys, flagged }: WrittenAds) {
  const isWritten = sql`source_id = ${sourceId} and +updated_at = ${now}`;
  const written = sql`select seq from jobs where ${isWritten} and source_key in (select value from json_each(${JSON.stringify(keys)}))`;
  const rows = JSON.stringify(flagged.map(({ key, title, flags }) => [key, newId(), title, JSON.stringify(flags)]));
  const ofJob = sql`json_each(${rows}) as row cross join jobs on jobs.source_key = row.value ->> 0 and ${isWritten}`;
  return [
    db.run(sql`
      update cases set state = 'withdrawn', decided_at = ${now}
      where kind = 'import' and state = 'open' and job_id in (select id from jobs where seq in (${written}))`),
    db.run(sql`delete from withheld_jobs where why = 'waiting' and job_seq in (${written})`),
    db.run(sql`
      insert into withheld_jobs (job_seq, why, since) select jobs.seq, 'waiting', ${now} from ${ofJob}
      where not exists (
        select 1 from cases where job_id = jobs.id and kind = 'import' and outcome = 'approved' and not exists (
          select 1 from json_each(row.value ->> 3) as found where not exists (
            select 1 from json_each(cases.flags) as passed
            where passed.value ->> 'flag' = found.value ->> 'flag' and passed.value ->> 'quote' = found.value ->> 'quote'))
      ) on conflict do nothing`),
    db.all(sql`
      insert into cases (id, kind, priority, state, job_id, employer_seq, title, flags, opened_at)
      select row.value ->> 1, 'import', ${PRIORITIES.import}, 'open', jobs.id, jobs.employer_seq, row.value ->> 2, row.value ->> 3, ${now}
      from ${ofJob} cross join withheld_jobs on withheld_jobs.job_seq = jobs.seq and withheld_jobs.why in ('waiting', 'frozen')
      returning id`),
  ] as const;
}

/** Takes out of the queue what its source no longer carries; carried again, it is judged anew. */
export function endWaitingOfStopped(db: Database, { sourceId, now }: Pick<WrittenAds, 'sourceId' | 'now'>) {
  return db.run(sql`
    update cases set state = 'withdrawn', decided_at = ${now}
    where kind = 'import' and state = 'open' and job_id in (select id from jobs where source_id = ${sourceId} and stopped_at = ${now})`);
}
