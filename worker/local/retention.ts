import { keptReports } from '#db/import/kept-reports.ts';
import { reportsFolder } from '#db/import/report.ts';
import { retentionRepository } from '#db/repositories/retention.ts';
import { retentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { compactIndex } from '#search/embedded/compact.ts';
import { orderly } from '#worker/local/orderly.ts';
import { tableOf } from '#worker/local/print-table.ts';
import { type RetentionArguments, readArguments, USAGE } from '#worker/local/retention-arguments.ts';
import { type AtHand, withDatabase } from '#worker/local/with-database.ts';
import { before } from '#worker/promises/model/duration.ts';
import { RETENTION, type RetentionRule } from '#worker/promises/model/retention.ts';
import { type Carried, CHUNK, carryOutRule, lookAhead } from '#worker/retention/carry-out-rule.ts';

const NEVER = Number.MAX_SAFE_INTEGER;

const WITH_FILES = 'kept by the board itself, each hour: it lies with the files, which this command does not reach';

/** Who keeps the rules that this command does not. */
const KEPT_BY: Readonly<Record<string, string>> = {
  'search-index': 'kept by the sync of every minute',
  'index-words': 'kept by writing the index anew, twice in that time and at the end of this command',
  accounts: 'kept by the board itself, once a day: it warns by mail before it closes an account',
  'data-exports': WITH_FILES,
  'erasure-ledger': WITH_FILES,
  view: 'kept by every answer, which shows nothing beyond it',
  platform: 'kept by the platform, as the operator set it up',
};

/** `npm run retention`: ends now what the scheduled tasks would end, or says what they would. */
await orderly(async () => {
  const asked = readArguments(process.argv.slice(2), RETENTION);
  if (asked === 'help') return console.log(USAGE);
  await withDatabase((atHand) => run(asked, atHand));
});

async function run({ dryRun, at, rule: only }: RetentionArguments, atHand: AtHand): Promise<void> {
  const now = at ?? atHand.now;
  const asked = RETENTION.filter(({ id }) => only === null || id === only);
  const rows: (string | number)[][] = [];
  for (const carried of carriedAmong(asked, atHand)) {
    const { gone, oldestLeft } = dryRun ? await look(now, carried) : await carryOut(now, { carried, atHand });
    rows.push([carried.rule.id, minuteOf(before(now, carried.rule.keep)), gone, oldestLeft === null ? '–' : minuteOf(oldestLeft)]);
  }
  if (!dryRun) await compactIndex(atHand.db, { clock: Date.now, deadline: NEVER });
  if (rows.length > 0)
    console.log(tableOf(['rule', 'kept since, or longer', dryRun ? 'would be deleted' : 'deleted', 'oldest left'], rows));
  for (const { id, keeper } of asked) if (!rows.some(([name]) => name === id)) console.log(`${id}: ${KEPT_BY[id] ?? KEPT_BY[keeper]}`);
}

/** The rules that can be carried out here, with what they are about. */
function carriedAmong(rules: readonly RetentionRule[], { db, settings }: AtHand): readonly Carried[] {
  const reports = keptReports(reportsFolder(settings.dataDir), retentionRunsRepository(db));
  const kept = { ...retentionRepository(db), 'import-reports': reports };
  return rules.flatMap((rule) => {
    const rows = Object.entries(kept).find(([id]) => id === rule.id)?.[1];
    return rows === undefined ? [] : [{ rule, rows }];
  });
}

async function look(now: number, carried: Carried) {
  const { due, oldestLeft } = await lookAhead(now, carried);
  return { gone: due, oldestLeft };
}

async function carryOut(now: number, { carried, atHand }: { readonly carried: Carried; readonly atHand: AtHand }) {
  const context = { now, clock: Date.now, deadline: NEVER, chunk: CHUNK, runs: retentionRunsRepository(atHand.db) };
  const { deleted, oldestLeft } = await carryOutRule(context, carried);
  return { gone: deleted, oldestLeft };
}

/** `2026-11-22 15:04`, UTC. */
function minuteOf(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}
