import type { Database } from '#db/client.ts';
import { contactBudgetsRepository } from '#db/repositories/contact-budgets.ts';
import { jobContactsRepository } from '#db/repositories/job-contacts.ts';
import { postCountsRepository } from '#db/repositories/post-counts.ts';
import { relayMessagesRepository } from '#db/repositories/relay-messages.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import { sealFor } from '#worker/kernel/seal.ts';

/** Contacts behind their act, messages to them, and how often an ad was looked at. */
export function relayParts(db: Database, { config: { secret } }: Pick<Wiring, 'config'>) {
  return {
    jobContacts: jobContactsRepository(db),
    contactBudgets: contactBudgetsRepository(db),
    postCounts: postCountsRepository(db),
    relayMessages: relayMessagesRepository(db),
    relaySeal: sealFor(secret, 'relay'),
  };
}
