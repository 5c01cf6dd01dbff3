import type { KeptRows, Survey } from '#db/repositories/kept-rows.ts';
import type { RetentionRunsRepository } from '#db/repositories/retention-runs.ts';
import { before } from '#worker/promises/model/duration.ts';
import type { RetentionRule } from '#worker/promises/model/retention.ts';

export interface CarryOutContext {
  readonly now: number;
  readonly clock: () => number;
  /** When to stop although more is due. */
  readonly deadline: number;
  /** The most to take away in one statement. */
  readonly chunk: number;
  readonly runs: RetentionRunsRepository;
}

/** A rule, and the rows that it is about. */
export interface Carried {
  readonly rule: RetentionRule;
  readonly rows: KeptRows;
}

export interface CarriedOut {
  /** False: the deadline came first, and whoever runs it next goes on. */
  readonly done: boolean;
  /** By this run alone. */
  readonly deleted: number;
  readonly oldestLeft: number | null;
}

/** As much as one statement takes away without keeping others waiting. */
export const CHUNK = 500;

const DAY_MS = 86_400_000;

/** Ends what a rule has kept for its whole period, a chunk at a time, and leaves the evidence. To be repeated at any time, by anybody at once. */
export async function carryOutRule(context: CarryOutContext, { rule, rows }: Carried): Promise<CarriedOut> {
  const { now, clock, runs } = context;
  const run = { rule: rule.id, slot: Math.floor(now / DAY_MS) };
  const ended = { cutoff: before(now, rule.keep), now };
  await runs.begin(run, now);
  await runs.found(run, (await rows.survey(ended)).due);
  const { done, deleted } = await removeAll(context, (limit) => rows.remove({ ...ended, limit, run }));
  const { oldestLeft } = await rows.survey(ended);
  if (done) await runs.finish(run, { oldestLeft, now: clock() });
  return { done, deleted, oldestLeft };
}

async function removeAll(
  { clock, deadline, chunk }: CarryOutContext,
  remove: (limit: number) => Promise<number>,
): Promise<{ readonly done: boolean; readonly deleted: number }> {
  for (let deleted = 0; ; ) {
    const taken = await remove(chunk);
    deleted += taken;
    if (taken < chunk) return { done: true, deleted };
    if (clock() >= deadline) return { done: false, deleted };
  }
}

/** What carrying it out at that time would end: looks, and writes nothing. */
export function lookAhead(now: number, { rule, rows }: Carried): Promise<Survey> {
  return rows.survey({ cutoff: before(now, rule.keep), now });
}
