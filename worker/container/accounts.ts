import type { Database } from '#db/client.ts';
import type { Config } from '#worker/config.ts';
import { doorParts } from '#worker/container/door.ts';
import { factorParts } from '#worker/container/factors.ts';
import { passwordParts } from '#worker/container/passwords.ts';
import { sessionParts } from '#worker/container/sessions.ts';
import { settingsParts } from '#worker/container/settings.ts';
import type { Clock } from '#worker/kernel/clock.ts';

export interface Wiring {
  readonly config: Config;
  readonly clock: Clock;
}

/** What the doors of the house are given. */
export function accountParts(db: Database, wiring: Wiring) {
  return {
    ...passwordParts(),
    ...settingsParts(db, wiring),
    ...sessionParts(db),
    ...doorParts(db, wiring),
    ...factorParts(db, wiring),
  };
}
