import { type Database, openDatabase } from '#db/client.ts';
import { consentRecordsRepository } from '#db/repositories/consent-records.ts';
import { countersRepository } from '#db/repositories/counters.ts';
import { employersRepository } from '#db/repositories/employers.ts';
import { outboxRepository } from '#db/repositories/outbox.ts';
import { placesRepository } from '#db/repositories/places.ts';
import { publicJobsRepository } from '#db/repositories/public-jobs.ts';
import { retentionRepository } from '#db/repositories/retention.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { sitemapLinksRepository } from '#db/repositories/sitemap-links.ts';
import { taskRunsRepository } from '#db/repositories/task-runs.ts';
import { compactIndex } from '#search/embedded/compact.ts';
import { embeddedEngine } from '#search/embedded/engine.ts';
import { embeddedFeed } from '#search/embedded/feed.ts';
import { BUDGET_MS, searchWithFallback } from '#search/fallback.ts';
import { meilisearchEngine } from '#search/meilisearch/engine.ts';
import { meilisearchFeed } from '#search/meilisearch/feed.ts';
import { reconcileSearch } from '#search/reconcile.ts';
import { syncSearch } from '#search/sync.ts';
import { firstLanguage } from '#worker/board/model/first-language.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { Config } from '#worker/config.ts';
import { type ActReceived, consentSeal, consentSecret } from '#worker/consent/model/consent-record.ts';
import { accountParts } from '#worker/container/accounts.ts';
import { copyParts } from '#worker/container/copies.ts';
import { decisionParts } from '#worker/container/decisions.ts';
import { employerParts } from '#worker/container/employers.ts';
import { fileParts, keptFiles } from '#worker/container/files.ts';
import { guestParts } from '#worker/container/guests.ts';
import { mailParts } from '#worker/container/mail.ts';
import { moderationParts } from '#worker/container/moderation.ts';
import { outsideParts } from '#worker/container/outside.ts';
import { postParts } from '#worker/container/posts.ts';
import { privacyParts } from '#worker/container/privacy.ts';
import { relayParts } from '#worker/container/relay.ts';
import { staffParts } from '#worker/container/staff.ts';
import type { Clock } from '#worker/kernel/clock.ts';
import { newId } from '#worker/kernel/random.ts';
import { RETENTION, type RetentionRule } from '#worker/promises/model/retention.ts';

const RULES: readonly RetentionRule[] = RETENTION;

/** Everything that use cases are given, made anew for each request: nothing in it outlives one. */
export interface Container extends ReturnType<typeof createContainer> {}

export function createContainer(config: Config, clock: Clock) {
  const db = openDatabase(config.database);
  const outbox = outboxRepository(db);
  const embedded = embeddedEngine(db);
  const primary = config.meilisearch === null ? null : meilisearchEngine(config.meilisearch, { db, timeout: BUDGET_MS });
  const now = clock();
  const files = fileParts(config);
  const doors = accountParts(db, { config, clock });
  const mail = mailParts(db, { config, clock });
  const outside = outsideParts({ config });
  return {
    now,
    clock,
    board,
    language: firstLanguage(board),
    publicUrl: config.publicUrl,
    readStatic: (path: string) => readStatic(path, config),
    jobs: publicJobsRepository(db),
    employers: employersRepository(db),
    places: placesRepository(db),
    sitemapLinks: sitemapLinksRepository(db),
    consents: consentRecordsRepository(db),
    sealConsent: consentSeal(config.secret),
    consentSecret: (received: ActReceived) => consentSecret(config.secret, received),
    outbox,
    counters: countersRepository(db),
    taskRuns: taskRunsRepository(db),
    retentionRules: RULES,
    retention: { ...retentionRepository(db), ...keptFiles(db, files) },
    retentionRuns: retentionRunsRepository(db),
    search: searchWithFallback({ primary, isFilled: () => outbox.isFilled('meilisearch'), embedded, now: clock }),
    similar: embedded.similar,
    ...files,
    ...copyParts(db, { config, clock, files: files.files }),
    ...mail,
    ...postParts(db, { config, clock }),
    ...guestParts(db, { config, clock, mail }),
    ...decisionParts(db, { config, clock, mail }),
    ...doors,
    ...outside,
    ...employerParts(db),
    ...relayParts(db, { config, clock, doors, outside }),
    ...privacyParts(db, { config, clock, doors }),
    ...moderationParts(db),
    ...staffParts(db, { config, clock }),
    ...upkeep(db, { config, clock }),
  };
}

/** A static file of this build. Null where there is none. */
async function readStatic(path: string, { assets, publicUrl }: Config): Promise<Response | null> {
  const file = await assets?.fetch(new Request(new URL(path, publicUrl)));
  return file?.ok === true ? file : null;
}

/** Well under the 30 s of CPU that a run may take; what is left waits for the next tick. */
const SYNC_MS = 20_000;

/** The scheduled work on the search engines that are configured. */
function upkeep(db: Database, { config, clock }: { readonly config: Config; readonly clock: Clock }) {
  const engines = config.meilisearch === null ? [embeddedFeed(db)] : [embeddedFeed(db), meilisearchFeed(config.meilisearch, db)];
  return {
    engines: engines.map(({ name }) => name),
    syncSearch: () => syncSearch({ db, engines, now: clock, owner: newId(), deadline: clock() + SYNC_MS }),
    compactSearch: (deadline: number) => compactIndex(db, { clock, deadline }),
    reconcileSearch: () => reconcileSearch({ db, engines, now: clock, owner: newId() }),
  };
}
