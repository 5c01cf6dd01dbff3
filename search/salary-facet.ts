import type { FacetCount } from '#search/engine.ts';
import { SALARY_STEPS } from '#search/salary-steps.ts';
import type { SalaryFloor } from '#worker/jobs/model/job-query.ts';
import { formatSalaryFloor } from '#worker/jobs/model/salary-floor.ts';

const CHOICES = 6;

/** How many ads are paid at least so much, at a few telling steps of one currency: the asked one, else the most frequent. `rows`: ads by the highest step reached, `EUR:60000`. */
export function salaryFacet(
  rows: readonly { readonly value: string; readonly n: number }[],
  floor: SalaryFloor | null,
): readonly FacetCount[] {
  const byCurrency = Map.groupBy(rows, ({ value }) => value.slice(0, 3));
  const size = (currency: string): number => (byCurrency.get(currency) ?? []).reduce((total, { n }) => total + n, 0);
  const currency = floor?.currency ?? [...byCurrency.keys()].sort((one, other) => size(other) - size(one) || (one < other ? -1 : 1))[0];
  if (currency === undefined) return [];
  const reached = (step: number): number =>
    (byCurrency.get(currency) ?? []).filter(({ value }) => Number(value.slice(4)) >= step).reduce((total, { n }) => total + n, 0);
  const telling = SALARY_STEPS.filter((step) => reached(step) > 0 && reached(step) < size(currency));
  const kept = telling.filter((_, index) => telling.length <= CHOICES || index % Math.ceil(telling.length / CHOICES) === 0);
  return kept.map((step) => ({ value: formatSalaryFloor({ amount: step, period: 'year', currency }), count: reached(step) }));
}
