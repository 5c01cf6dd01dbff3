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
}

export const RECIPIENTS: readonly Recipient[] = [
  {
    id: 'everybody',
    who: { en: 'Everybody, search engines included' },
    gets: { en: 'Job ads, without the e-mail addresses, phone numbers and messenger names that were found in them' },
    when: { en: 'While an ad is public' },
    categories: ['job-ads'],
  },
  {
    id: 'mail-servers',
    who: { en: 'The mail servers between us and you' },
    gets: { en: 'Your e-mail address and the mail to it, encrypted on the way to the server that takes it from us' },
    when: { en: 'When we write to you' },
    categories: ['mail'],
  },
  {
    id: 'authorities',
    who: { en: 'Courts and authorities' },
    gets: { en: 'What the law entitles them to, no more, after the demand was checked' },
    when: { en: 'Only when a law obliges us to' },
    categories: ['job-ads', 'ad-contacts', 'choices', 'account', 'sign-ins', 'account-activity', 'mail', 'own-requests', 'letters'],
  },
];

/** Everybody by name who handles data for the board, or gets some from it: the board's processors, then the services' recipients. */
export function companiesOf(processors: readonly Processor[], services: readonly Service[]): readonly Processor[] {
  return [...processors, ...services.flatMap(({ recipient }) => (recipient === null ? [] : [recipient]))];
}

/** The services whose use California's law calls sharing (or a sale): none of them gets anything without a yes. Nothing is ever sold for money. */
export function sharingOf(services: readonly Service[]): readonly Service[] {
  return services.filter(({ shares }) => shares);
}
