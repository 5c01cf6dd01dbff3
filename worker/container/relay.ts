import type { Database } from '#db/client.ts';
import { contactBudgetsRepository } from '#db/repositories/contact-budgets.ts';
import { jobContactsRepository } from '#db/repositories/job-contacts.ts';
import { linkChecksRepository } from '#db/repositories/link-checks.ts';
import { postCountsRepository } from '#db/repositories/post-counts.ts';
import { relayMessagesRepository } from '#db/repositories/relay-messages.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import type { outsideParts } from '#worker/container/outside.ts';
import { sealFor } from '#worker/kernel/seal.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import { lookAtLinks } from '#worker/relay/look-at-links.ts';

interface RelayWiring extends Pick<Wiring, 'config'> {
  readonly outside: Pick<ReturnType<typeof outsideParts>, 'fetchPublic'>;
}

/** Contacts behind their act, messages to them, and how often an ad was looked at. */
export function relayParts(db: Database, { config: { secret }, outside }: RelayWiring) {
  return {
    jobContacts: jobContactsRepository(db),
    contactBudgets: contactBudgetsRepository(db),
    postCounts: postCountsRepository(db),
    relayMessages: relayMessagesRepository(db),
    linkChecks: linkChecksRepository(db),
    lookAtLinks: (content: PostContent) => lookAtLinks(outside, content),
    relaySeal: sealFor(secret, 'relay'),
  };
}
