import type { Database } from '#db/client.ts';
import type { KeptRows } from '#db/repositories/kept-rows.ts';
import { expiredJobs, stoppedJobs } from '#db/repositories/retention-jobs.ts';
import { consentActKeys, consentRecords, countedDays, taskEvidence } from '#db/repositories/retention-records.ts';

export type RetentionRepository = Readonly<Record<string, KeptRows>>;

/** What each rule of keeper `task` is about, by its id, but `search-index` and `index-words`: search/sync.ts and search/embedded/compact.ts keep these. */
export function retentionRepository(db: Database): RetentionRepository {
  return {
    'expired-jobs': expiredJobs(db),
    'stopped-jobs': stoppedJobs(db),
    'consent-records': consentRecords(db),
    'consent-act-keys': consentActKeys(db),
    counters: countedDays(db),
    'task-evidence': taskEvidence(db),
  };
}
