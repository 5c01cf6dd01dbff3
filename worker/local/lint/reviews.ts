import { utcDay } from '#worker/kernel/utc-day.ts';
import { before } from '#worker/promises/model/duration.ts';
import { REVIEWED_WITHIN } from '#worker/promises/model/numbers.ts';
import type { Processor } from '#worker/promises/model/processor.ts';

/** Recipients that nobody has looked at for too long. `today` is a day such as `2026-11-22`. */
export function reviewProblems(processors: readonly Processor[], today: string): readonly string[] {
  const oldest = utcDay(before(Date.parse(today), REVIEWED_WITHIN));
  return processors
    .filter(({ reviewed }) => !(reviewed >= oldest && reviewed <= today))
    .map(
      ({ name, reviewed }) =>
        `${name} was reviewed on ${reviewed}: a review counts from ${oldest} to ${today}. Look at its contract and safeguards, then put the day of it into "reviewed".`,
    );
}
