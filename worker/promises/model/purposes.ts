import type { LegalBasisId } from '#worker/promises/model/legal-bases.ts';
import { PLANNED_PURPOSES } from '#worker/promises/model/planned-purposes.ts';
import type { OptionalCategory, Service } from '#worker/promises/model/services.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** The weighing that a legitimate interest needs (GDPR 6(1)(f)): what it is for, why nothing less will do, and what it means for people. */
export interface BalancingTest {
  readonly interest: Words;
  readonly need: Words;
  readonly effect: Words;
}

/** What data are used for: exactly one basis each. A use that fits none of them does not happen. */
export type Purpose = {
  readonly id: string;
  readonly name: Words;
  readonly does: Words;
  /** `planned`: nothing at this commit does it, and no page speaks of it. */
  readonly state: 'now' | 'planned';
  /** Only where the board has switched on a service of this category. */
  readonly onlyWith?: OptionalCategory;
} & (
  | { readonly basis: Exclude<LegalBasisId, 'legitimate-interest'> }
  | { readonly basis: 'legitimate-interest'; readonly balancing: BalancingTest }
);

const PURPOSES_NOW = [
  {
    id: 'publish-jobs',
    name: { en: 'Publishing job ads' },
    does: {
      en: 'Shows job ads to everybody, lets them be searched, and hands them on as feeds. Ads are written here, or taken over from lists and feeds of others.',
    },
    state: 'now',
    basis: 'legitimate-interest',
    balancing: {
      interest: { en: 'People look for work, and employers who publish an ad want it to be found.' },
      need: {
        en: 'An ad has to say who offers the work. E-mail addresses, phone numbers and messenger names are not needed for that: where they are found, they are taken out and shown only to whoever asks, one by one and within limits.',
      },
      effect: {
        en: 'Whoever is named in an ad is named there for this very purpose, in a working role, and for as long as the ad is open. One mail is enough to object.',
      },
    },
  },
  {
    id: 'answer-visits',
    name: { en: 'Answering what you ask for' },
    does: { en: 'Sends you the page, search result or feed that your browser asks for.' },
    state: 'now',
    basis: 'legitimate-interest',
    balancing: {
      interest: { en: 'You want to see the page, and we want to show it.' },
      need: { en: 'An answer cannot be sent without an address to send it to, and a search cannot be made without its words.' },
      effect: { en: 'Address and words are used for the moment of the answer. Neither is written down.' },
    },
  },
  {
    id: 'security',
    name: { en: 'Security' },
    does: {
      en: 'Keeps the site running, and keeps attackers and mass copying out: counts requests for a moment, and for a day contacts that were shown, ads begun and reports sent, notes faults, slows down whoever guesses passwords, and knows browsers again that signed in before.',
    },
    state: 'now',
    basis: 'legitimate-interest',
    balancing: {
      interest: {
        en: 'A board that can be flooded or emptied by machines serves nobody, and an account is worth nothing if strangers can guess their way in.',
      },
      need: {
        en: 'Too many requests can only be told by counting them for each network. A keyed hash that changes every day is enough; the address itself is not kept. Guesses must be counted longer, or slow ones would succeed: under keyed hashes of account and network, for {keep.network-hashes}. That a browser was here before is a random number in a cookie, stored as a hash.',
      },
      effect: {
        en: 'Nobody who reads or searches at human speed notices it, and after {keep.request-counts} the count is gone. Who mistypes a password waits a little; nobody is locked out by what a stranger does.',
      },
    },
  },
  {
    id: 'connect',
    name: { en: 'Messages to employers' },
    does: { en: 'Passes on what you write to the contact of an ad, without showing you its address.' },
    state: 'now',
    basis: 'contract',
  },
  {
    id: 'post-jobs',
    name: { en: 'Posting jobs' },
    does: { en: 'Lets employers and guests write ads, publish, change and stop them, and shows them what became of each.' },
    state: 'now',
    basis: 'contract',
  },
  {
    id: 'moderation',
    name: { en: 'Notices and decisions' },
    does: { en: 'Looks at posts before they are public, takes notices about unlawful ones, decides on them and gives reasons.' },
    state: 'now',
    basis: 'legal-duty',
  },
  {
    id: 'view-counts',
    name: { en: 'How often a post was opened' },
    does: { en: 'Counts the views of a post for each day, at the server, from nothing read off a device.' },
    state: 'now',
    basis: 'legitimate-interest',
    balancing: {
      interest: { en: 'Whoever posts a job wants to know whether it is seen.' },
      need: { en: 'One number for each post and day is enough.' },
      effect: { en: 'Nobody can be found in it.' },
    },
  },
  {
    id: 'account',
    name: { en: 'Your account' },
    does: { en: 'Lets you sign in, keeps what you saved, and writes to you about the account itself.' },
    state: 'now',
    basis: 'contract',
  },
  {
    id: 'newsletter',
    name: { en: 'Newsletter' },
    does: { en: 'Mails you news of the board, if you switched that on.' },
    state: 'now',
    basis: 'consent',
  },
  {
    id: 'product-mail',
    name: { en: 'Product mail' },
    does: { en: 'Mails you what else the board offers, if you switched that on.' },
    state: 'now',
    basis: 'consent',
  },
  {
    id: 'surveys',
    name: { en: 'Surveys' },
    does: { en: 'Asks by mail what you think, if you switched that on.' },
    state: 'now',
    basis: 'consent',
  },
  {
    id: 'consent-proof',
    name: { en: 'Keeping and proving your choices' },
    does: {
      en: 'Remembers what you chose, so that it is obeyed and you are not asked again, and can show later what was asked and answered.',
    },
    state: 'now',
    basis: 'legal-duty',
  },
  {
    id: 'measure-use',
    name: { en: 'Learning which pages are used' },
    does: { en: 'Counts the use of pages and features, so that the site gets better where people need it.' },
    state: 'now',
    onlyWith: 'analytics',
    basis: 'consent',
  },
  {
    id: 'measure-ads',
    name: { en: 'Advertising {board}' },
    does: { en: 'Finds out which of our own ads elsewhere brought people here, and shows more of them.' },
    state: 'now',
    onlyWith: 'marketing',
    basis: 'consent',
  },
  {
    id: 'support',
    name: { en: 'Answering your mail' },
    does: { en: 'Reads and answers what you write to us.' },
    state: 'now',
    basis: 'legitimate-interest',
    balancing: {
      interest: { en: 'You wrote because you want an answer.' },
      need: { en: 'Your letter and your address are the least with which one can answer.' },
      effect: { en: 'You decide what you write. It is used for the answer, and for nothing else.' },
    },
  },
  {
    id: 'legal-duties',
    name: { en: 'Legal duties' },
    does: {
      en: 'Does what the law demands: answers requests about your rights, shows that the rules were kept, and hands over what a court or an authority may lawfully demand.',
    },
    state: 'now',
    basis: 'legal-duty',
  },
] as const satisfies readonly Purpose[];

/** The closed list: what comes later stands in it already, so that its tables have a purpose from their first day. */
export const PURPOSES = [...PURPOSES_NOW, ...PLANNED_PURPOSES] as const;

export type PurposeId = (typeof PURPOSES)[number]['id'];

/** The purposes that pages speak of: those whose feature exists, and whose services this board has switched on. */
export function purposesInUse(services: readonly Service[]): readonly Purpose[] {
  const all: readonly Purpose[] = PURPOSES;
  return all.filter(
    ({ state, onlyWith }) => state === 'now' && (onlyWith === undefined || services.some(({ category }) => category === onlyWith)),
  );
}
