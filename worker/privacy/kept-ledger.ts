import type { KeptRows } from '#db/repositories/kept-rows.ts';
import type { RetentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { forgetDone, type LedgerContext, type LedgerEntry, listDone } from '#worker/privacy/erasure-ledger.ts';

const DAY = 86_400_000;

export interface KeptLedgerContext extends LedgerContext {
  readonly retentionRuns: Pick<RetentionRunsRepository, 'addDeleted'>;
}

/** The list of deletions, as a retention rule sees it: an entry is kept since the end of its day. */
export function keptLedger(context: KeptLedgerContext): KeptRows {
  return {
    async survey({ cutoff }) {
      const entries = (await listDone(context)).map(since);
      const left = entries.filter((moment) => moment > cutoff);
      return { due: entries.length - left.length, oldestLeft: left.length === 0 ? null : Math.min(...left) };
    },
    async remove({ cutoff, limit, run }) {
      const due = (await listDone(context)).filter((entry) => since(entry) <= cutoff).slice(0, limit);
      await forgetDone(context, due);
      await context.retentionRuns.addDeleted(run, due.length);
      return due.length;
    },
  };
}

function since({ day }: LedgerEntry): number {
  return Date.parse(day) + DAY;
}
