import type { ChoicePage } from '#site/lib/choice-page.ts';
import type { Voice } from '#site/lib/voice.ts';
import { lapsesAt } from '#worker/consent/model/consent-cookie.ts';

/** What stands for a service now, in words. */
export function choiceState(id: string, { seen, cookie }: Pick<ChoicePage, 'seen' | 'cookie'>, { t, format }: Voice): string {
  if (seen.refusedBySignal.includes(id)) return t('choices.now.signal');
  const decision = cookie?.decisions.find(({ service }) => service === id);
  if (decision === undefined || seen.open.includes(id)) return t('choices.now.open');
  const day = (moment: number) => format.day(new Date(moment).toISOString());
  const dates = { since: day(decision.at), until: day(lapsesAt(decision)) };
  if (decision.answer === 'no') return t('choices.now.no', dates);
  return t(decision.answer === 'yes' ? 'choices.now.yes' : 'choices.now.despite', dates);
}
