import type { KeptRows } from '#db/repositories/kept-rows.ts';
import type { RetentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { doneAt, forgetDone, type LedgerContext, type LedgerEntry, listDone } from '#worker/privacy/erasure-ledger.ts';

export interface KeptLedgerContext extends LedgerContext {
  readonly retentionRuns: Pick<RetentionRunsRepository, 'addDeleted'>;
}

/** The list of deletions, as a retention rule sees it: an entry is kept since its deletion, to the moment, as its receipt says. */
export function keptLedger(context: KeptLedgerContext): KeptRows {
  return {
    async survey({ cutoff }) {
      const moments = (await entries(context, cutoff)).map(({ since }) => since);
      const left = moments.filter((moment) => moment > cutoff);
      return { due: moments.length - left.length, oldestLeft: left.length === 0 ? null : Math.min(...left) };
    },
    async remove({ cutoff, limit, run }) {
      const due = (await entries(context, cutoff)).filter(({ since }) => since <= cutoff).slice(0, limit);
      await forgetDone(
        context,
        due.map(({ entry }) => entry),
      );
      await context.retentionRuns.addDeleted(run, due.length);
      return due.length;
    },
  };
}

/** Only an entry whose day has begun before that moment is looked into: for the others their day is enough. */
async function entries(
  context: LedgerContext,
  cutoff: number,
): Promise<readonly { readonly entry: LedgerEntry; readonly since: number }[]> {
  const listed = await listDone(context);
  const since = async (entry: LedgerEntry) => {
    const day = Date.parse(entry.day);
    return { entry, since: day > cutoff ? day : await doneAt(context, entry) };
  };
  return Promise.all(listed.map(since));
}
