import { messageFor } from '#site/lib/filters.ts';
import { openEnd } from '#site/lib/format.ts';
import type { Voice } from '#site/lib/voice.ts';
import type { JobSummary } from '#worker/jobs/model/job-view.ts';

/** `$84,744–$98,000` and `a year`, apart, because they are set apart; of a self-employment advert its price. Null where no amount is named. */
export function payText(
  { salary, gig }: Pick<JobSummary, 'salary' | 'gig'>,
  { t, format }: Voice,
): { amount: string; period: string } | null {
  const said = gig === null ? salary : { ...gig.price, period: gig.price.unit };
  const amount = said === null ? null : format.money(said.currency, said.min, said.max);
  if (said === null || amount === null) return null;
  const end = openEnd(said);
  return { amount: end === null ? amount : t(`row.pay.${end}`, { amount }), period: t(messageFor(`row.pay.${said.period}`)) };
}
