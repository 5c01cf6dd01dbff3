import type { DataCategoryId } from '#worker/promises/model/data-categories.ts';
import type { Processor } from '#worker/promises/model/processor.ts';
import type { Service } from '#worker/promises/model/services.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** A kind of people who may get data, beside the companies that stand by name among the processors and services. */
export interface Recipient {
  readonly id: string;
  readonly who: Words;
  readonly gets: Words;
  readonly when: Words;
  readonly categories: readonly DataCategoryId[];
  /** `planned`: only a feature that does not exist yet would hand anything to them, and no page speaks of it. */
  readonly state: 'now' | 'planned';
}

const RECIPIENTS: readonly Recipient[] = [
  {
    id: 'everybody',
    who: { en: 'Everybody, search engines included' },
    gets: { en: 'Job ads, without the e-mail addresses, phone numbers and messenger names that were found in them' },
    when: { en: 'While an ad is public' },
    categories: ['job-ads'],
    state: 'now',
  },
  {
    id: 'authorities',
    who: { en: 'Courts and authorities' },
    gets: { en: 'What the law entitles them to, no more, after the demand was checked' },
    when: { en: 'Only when a law obliges us to' },
    categories: ['job-ads', 'ad-contacts', 'choices', 'letters'],
    state: 'now',
  },
  {
    id: 'employers',
    who: { en: 'The employer that somebody applies to, answers or leaves contact with' },
    gets: { en: 'What that person sends' },
    when: { en: 'When that person sends it' },
    categories: [],
    state: 'planned',
  },
  {
    id: 'verified-employers',
    who: { en: 'Verified employers' },
    gets: { en: 'A CV that its owner made visible' },
    when: { en: 'While it is visible' },
    categories: [],
    state: 'planned',
  },
];

/** The kinds of recipients that exist today. */
export const RECIPIENTS_NOW: readonly Recipient[] = RECIPIENTS.filter(({ state }) => state === 'now');

/** Everybody by name who handles data for the board, or gets some from it: the board's processors, then the services' recipients. */
export function companiesOf(processors: readonly Processor[], services: readonly Service[]): readonly Processor[] {
  return [...processors, ...services.flatMap(({ recipient }) => (recipient === null ? [] : [recipient]))];
}

/** The services whose use California's law calls sharing (or a sale): none of them gets anything without a yes. Nothing is ever sold for money. */
export function sharingOf(services: readonly Service[]): readonly Service[] {
  return services.filter(({ shares }) => shares);
}
