import { INACTIVITY_NOTICE, INACTIVITY_WARNINGS } from '#worker/promises/model/account-periods.ts';
import { after, before, days } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

export const ALL_WARNINGS = INACTIVITY_WARNINGS.length;

/** A month back and a month on may be this far apart, for months are not alike. */
const SLACK = days(3);

interface Unused {
  readonly activeAt: number;
  /** When its person was last warned; null if never. */
  readonly warnedAt: number | null;
}

/** When the next warning of an account is due that had so many, in UTC milliseconds: never too soon after the one before. */
export function warningDue({ activeAt, warnedAt }: Unused, warnings: number): number {
  const warning = INACTIVITY_WARNINGS[warnings];
  if (warning === undefined) throw new Error('There is no such warning.');
  const due = after(after(activeAt, warning.months), warning.days);
  return warnedAt === null ? due : Math.max(due, after(warnedAt, INACTIVITY_NOTICE));
}

/** When an account ends that was given so many warnings, the last of them at `warnedAt`. */
export function closesAt({ activeAt, warnedAt }: Unused, given: number): number {
  let noticed = warnedAt ?? activeAt;
  for (let number = given; number <= ALL_WARNINGS; number += 1) noticed = after(noticed, INACTIVITY_NOTICE);
  return Math.max(after(activeAt, ruleOf(RETENTION, 'accounts').keep), noticed);
}

/** Whoever may have to be warned was not used after this; the exact moment is for the functions above. */
export function unusedForWarning(now: number, warnings: number): number {
  const warning = INACTIVITY_WARNINGS[warnings];
  if (warning === undefined) throw new Error('There is no such warning.');
  return after(before(before(now, warning.days), warning.months), SLACK);
}

/** The same for whoever may have to be closed. */
export function unusedForEnd(now: number): number {
  return after(before(now, ruleOf(RETENTION, 'accounts').keep), SLACK);
}
