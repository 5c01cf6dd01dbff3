import type { Database } from '#db/client.ts';
import { knownBrowsersRepository } from '#db/repositories/known-browsers.ts';
import { sessionsRepository } from '#db/repositories/sessions.ts';

/** What keeps people signed in. */
export function sessionParts(db: Database) {
  return { sessions: sessionsRepository(db), knownBrowsers: knownBrowsersRepository(db) };
}
