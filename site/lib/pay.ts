import { messageFor } from '#site/lib/filters.ts';
import { openEnd } from '#site/lib/format.ts';
import type { Voice } from '#site/lib/voice.ts';
import type { SalaryView } from '#worker/jobs/model/job-view.ts';

/** `$84,744–$98,000` and `a year`, apart, because they are set apart; null where no pay is named. */
export function payText(salary: SalaryView | null, { t, format }: Voice): { amount: string; period: string } | null {
  const amount = salary === null ? null : format.money(salary.currency, salary.min, salary.max);
  if (salary === null || amount === null) return null;
  const end = openEnd(salary);
  return { amount: end === null ? amount : t(`row.pay.${end}`, { amount }), period: t(messageFor(`row.pay.${salary.period}`)) };
}
