import type { Database } from '#db/client.ts';
import { authorHistoryRepository } from '#db/repositories/author-history.ts';
import { moderationQueueRepository } from '#db/repositories/moderation-queue.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { storedAdsRepository } from '#db/repositories/stored-ads.ts';

/** What waits for moderators, and what they read of it. */
export function moderationParts(db: Database) {
  return {
    moderationQueue: moderationQueueRepository(db),
    storedAds: storedAdsRepository(db),
    queueMails: (mails: Parameters<typeof queueStatements>[1]) => queueStatements(db, mails),
    authorHistory: authorHistoryRepository(db),
  };
}
