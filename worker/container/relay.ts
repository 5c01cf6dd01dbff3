import type { Database } from '#db/client.ts';
import { contactBudgetsRepository } from '#db/repositories/contact-budgets.ts';
import { jobContactsRepository } from '#db/repositories/job-contacts.ts';
import { linkChecksRepository } from '#db/repositories/link-checks.ts';
import { postCountsRepository } from '#db/repositories/post-counts.ts';
import { postMailboxesRepository } from '#db/repositories/post-mailboxes.ts';
import { relayMessagesRepository } from '#db/repositories/relay-messages.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import type { doorParts } from '#worker/container/door.ts';
import type { outsideParts } from '#worker/container/outside.ts';
import { sealFor } from '#worker/kernel/seal.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import { BEGUN_A_DAY } from '#worker/promises/model/post-periods.ts';
import { UNCONFIRMED_A_DAY } from '#worker/promises/model/report-periods.ts';
import { lookAtLinks } from '#worker/relay/look-at-links.ts';
import type { Network, NetworkBudget } from '#worker/relay/model/network.ts';
import { takeBudget } from '#worker/relay/network-budget.ts';

interface RelayWiring extends Wiring {
  readonly doors: Pick<ReturnType<typeof doorParts>, 'networkHash'>;
  readonly outside: Pick<ReturnType<typeof outsideParts>, 'fetchPublic'>;
}

/** Contacts behind their act, messages to them, and how often an ad was looked at. */
export function relayParts(db: Database, { config: { secret }, clock, doors, outside }: RelayWiring) {
  const contactBudgets = contactBudgetsRepository(db);
  const take = (budget: NetworkBudget) => (network: Network) =>
    takeBudget({ now: clock(), networkHash: doors.networkHash, contactBudgets }, { network, budget, count: null });
  return {
    jobContacts: jobContactsRepository(db),
    contactBudgets,
    /** For reports from addresses that nobody has confirmed. */
    takeReportBudget: take({ of: 'reports', limits: UNCONFIRMED_A_DAY }),
    /** For ads that somebody begins signed out. */
    takeDraftBudget: take({ of: 'drafts', limits: BEGUN_A_DAY }),
    postCounts: postCountsRepository(db),
    postMailboxes: postMailboxesRepository(db),
    relayMessages: relayMessagesRepository(db),
    linkChecks: linkChecksRepository(db),
    lookAtLinks: (content: PostContent) => lookAtLinks(outside, content),
    relaySeal: sealFor(secret, 'relay'),
  };
}
