import { fernhillMuseum } from '#db/seed/employers/fernhill-museum.ts';
import { granbackaTrahus } from '#db/seed/employers/granbacka-trahus.ts';
import { harrowAndThyme } from '#db/seed/employers/harrow-and-thyme.ts';
import { kastanienblickPflege } from '#db/seed/employers/kastanienblick-pflege.ts';
import { kettleAndCrane } from '#db/seed/employers/kettle-and-crane.ts';
import { khazarWind } from '#db/seed/employers/khazar-wind.ts';
import { koivupolku } from '#db/seed/employers/koivupolku.ts';
import { ledgerLane } from '#db/seed/employers/ledger-lane.ts';
import { pelhamGateHealth } from '#db/seed/employers/pelham-gate-health.ts';
import { plainspokenSoftware } from '#db/seed/employers/plainspoken-software.ts';
import { prairieCommonsTransit } from '#db/seed/employers/prairie-commons-transit.ts';
import { sandbarTranslation } from '#db/seed/employers/sandbar-translation.ts';
import { selfEmployed } from '#db/seed/employers/self-employed.ts';
import { tidelineFerries } from '#db/seed/employers/tideline-ferries.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

/** The demonstration board's employers. Every one of them, and everything they offer, is invented. */
export const seedEmployers: readonly SeedEmployer[] = [
  tidelineFerries,
  pelhamGateHealth,
  kettleAndCrane,
  koivupolku,
  khazarWind,
  fernhillMuseum,
  plainspokenSoftware,
  granbackaTrahus,
  harrowAndThyme,
  kastanienblickPflege,
  ledgerLane,
  prairieCommonsTransit,
  sandbarTranslation,
  ...selfEmployed,
];
