import type { Container } from '#worker/container.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { keptAccounts } from '#worker/privacy/kept-accounts.ts';
import { keptLedger } from '#worker/privacy/kept-ledger.ts';
import { replayErasures } from '#worker/privacy/replay-erasures.ts';
import { warnInactive } from '#worker/privacy/warn-inactive.ts';
import { before } from '#worker/promises/model/duration.ts';
import { ruleOf } from '#worker/promises/model/retention.ts';
import { type Carried, carryOutRule } from '#worker/retention/carry-out-rule.ts';
import type { Task } from '#worker/tasks/run-slot.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const BUDGET_MS = 5_000;
/** Accounts that are warned or closed at once: each is several round trips. */
const CHUNK = 20;

/** The work on accounts that nobody asks for at that moment: the key of tomorrow, deletions to finish or to repeat, accounts that nobody uses. */
export function privacyTasks(container: Container): readonly Task[] {
  return [
    { name: 'replay-erasures', everyMs: MINUTE, run: () => replay(container) },
    { name: 'network-key', everyMs: HOUR, run: () => makeKey(container) },
    { name: 'warn-inactive', everyMs: HOUR, run: () => warn(container) },
    {
      name: 'retention:accounts',
      everyMs: HOUR,
      run: () => carryOut(container, { rule: rule(container, 'accounts'), rows: keptAccounts(container) }),
    },
    {
      name: 'retention:erasure-ledger',
      everyMs: HOUR,
      run: () => carryOut(container, { rule: rule(container, 'erasure-ledger'), rows: keptLedger(container) }),
    },
  ];
}

async function replay(container: Container) {
  const { now, replayedUntil } = container;
  const oldest = utcDay(before(now, ruleOf(container.retentionRules, 'erasure-ledger').keep) - DAY);
  const known = await replayedUntil.read();
  const from = known !== null && known > oldest ? known : oldest;
  const { finished, again } = await replayErasures(container, daysFrom(from, now));
  const today = utcDay(now);
  if (from !== today) await replayedUntil.write(today);
  return { done: true, words: `${finished} finished, ${again} deleted again` };
}

/** From the day before until today: an erasure of the last minute of a day may be noted in the first of the next. */
function daysFrom(day: string, now: number): readonly string[] {
  const days: string[] = [];
  for (let moment = Date.parse(day) - DAY; moment <= now; moment += DAY) days.push(utcDay(moment));
  return days;
}

async function makeKey({ makeNetworkKey }: Container) {
  await makeNetworkKey();
  return { done: true, words: 'there is one for tomorrow' };
}

async function warn(container: Container) {
  const { warned, done } = await warnInactive(container, CHUNK);
  return { done, words: `${warned} warned` };
}

async function carryOut({ now, clock, retentionRuns }: Container, carried: Carried) {
  const context = { now, clock, deadline: clock() + BUDGET_MS, chunk: CHUNK, runs: retentionRuns };
  const { done, deleted } = await carryOutRule(context, carried);
  return { done, words: `${deleted} deleted${done ? '' : ', more to come'}` };
}

function rule({ retentionRules }: Container, id: string) {
  return ruleOf(retentionRules, id);
}
