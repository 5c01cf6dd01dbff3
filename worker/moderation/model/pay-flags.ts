import type { Moderation, PayFloor } from '#worker/board/model/board.ts';
import type { EmploymentType } from '#worker/jobs/model/job-posting.ts';
import { aYear, type Salary } from '#worker/kernel/money.ts';

/** What an ad says of its pay. */
export interface PayStated {
  readonly salary: Salary | null;
  readonly employmentTypes: readonly EmploymentType[];
  /** ISO 3166-1 alpha-2 of its places. */
  readonly countries: readonly string[];
}

/** The floor that an ad's pay is below. A month's pay says so of full-time work alone: nobody knows the hours of the rest. */
export function floorAbove({ salary, employmentTypes, countries }: PayStated, floors: readonly PayFloor[]): PayFloor | null {
  const least = salary?.min ?? salary?.max ?? null;
  if (salary === null || least === null) return null;
  const isWhole = employmentTypes.length === 1 && employmentTypes[0] === 'full-time';
  if (salary.period !== 'hour' && !isWhole) return null;
  const isBelow = (floor: PayFloor) =>
    countries.includes(floor.country) &&
    floor.currency === salary.currency &&
    aYear(least, salary.period) < aYear(floor.amount, floor.period);
  return floors.find(isBelow) ?? null;
}

/** Whether a range is wider than the board allows without a reason. */
export function isWide(salary: Salary | null, { widestRange }: Pick<Moderation, 'widestRange'>): boolean {
  const { min = null, max = null } = salary ?? {};
  return min !== null && max !== null && max > min * widestRange;
}
