import type { InactiveAccountsRepository } from '#db/repositories/inactive-accounts.ts';
import type { KeptRows } from '#db/repositories/kept-rows.ts';
import type { RetentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { type DeleteAccountContext, deleteAccount } from '#worker/privacy/delete-account.ts';
import { ALL_WARNINGS, closesAt, unusedForEnd } from '#worker/privacy/model/inactivity.ts';

export interface KeptAccountsContext extends DeleteAccountContext {
  readonly inactiveAccounts: Pick<InactiveAccountsRepository, 'survey' | 'find'>;
  readonly retentionRuns: Pick<RetentionRunsRepository, 'addDeleted'>;
}

/** Accounts, as a retention rule sees them: those that nobody used are closed like by their own person, after every warning was given. */
export function keptAccounts(context: KeptAccountsContext): KeptRows {
  const { now, inactiveAccounts, retentionRuns } = context;
  return {
    survey: (ended) => inactiveAccounts.survey(ended),
    async remove({ limit, run }) {
      const found = await inactiveAccounts.find({ warnings: ALL_WARNINGS, unusedSince: unusedForEnd(now), limit });
      const due = found.filter((account) => closesAt(account, ALL_WARNINGS) <= now);
      let closed = 0;
      for (const { id, activeAt } of due)
        if (await deleteAccount(context, { accountId: id, why: 'inactivity', unusedSince: activeAt })) closed += 1;
      await retentionRuns.addDeleted(run, closed);
      return closed;
    },
  };
}
