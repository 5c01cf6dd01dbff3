import type { OptionalCategory } from '#worker/promises/model/services.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** What banner and panel say. `{…}` is filled in from the board's services and from the periods of a choice. */
export const NOTICE_WORDS = {
  title: { en: 'Cookies and counting: you choose' },
  text: {
    en: 'Everything here works whatever you choose. May we also {purposes}? {services}: only with your yes.',
  },
  change: { en: 'To change it later, press “Cookie choices” at the foot of any page.' },
  lasts: { en: 'A yes counts for {yes}, a no for {no}.' },
  added: { en: 'New since you chose:' },
  nothing: { en: 'Nothing optional runs on this board, so there is nothing to choose.' },
  acceptAll: { en: 'Accept all' },
  rejectAll: { en: 'Reject all' },
  choose: { en: 'Choose' },
  save: { en: 'Save' },
  close: { en: 'Close without a change' },
  saved: { en: 'Your choice is kept.' },
  gpc: {
    en: 'Your browser sends Global Privacy Control. We take that as a no to everything that shares your data for advertising: {services}. “Accept all” leaves it off.',
  },
  gpcNothing: {
    en: 'Your browser sends Global Privacy Control, a no to sharing your data for advertising. Nothing here does that.',
  },
  gpcConfirm: {
    en: 'Your browser says no to sharing your data, and what you switched on shares it. Do you want it all the same?',
  },
  gpcYes: { en: 'Yes, share all the same' },
  gpcNo: { en: 'No, leave it off' },
  essential: { en: 'Essential' },
  essentialText: {
    en: 'Your choice itself, so that we do not ask on every page. After a yes also a random number that shows you your own record of it. Nothing else.',
  },
  always: { en: 'Always on' },
  noneStored: { en: 'Leaves nothing in your browser.' },
  stored: { en: 'Leaves in your browser: {entries}.' },
  elsewhere: {
    en: 'When you take your yes back we remove these. What {recipient} keeps under its own addresses ({hosts}) only you can remove, in your browser’s settings.',
  },
  untilClosed: { en: 'until you close the browser' },
  ourselves: { en: 'Nobody but this board gets anything.' },
  goesTo: { en: 'The data goes to {name}, {country}.' },
  none: { en: 'This board uses none.' },
} as const satisfies Readonly<Record<string, Words>>;

interface CategoryWords {
  readonly name: Words;
  readonly text: Words;
  /** Follows “May we also”. */
  readonly purpose: Words;
}

export const CATEGORY_WORDS: Readonly<Record<OptionalCategory, CategoryWords>> = {
  analytics: {
    name: { en: 'Analytics' },
    text: { en: 'Tells us which kinds of pages are used, so that we know what to make better.' },
    purpose: { en: 'count which kinds of pages are used' },
  },
  marketing: {
    name: { en: 'Marketing' },
    text: { en: 'Tells us, and the company that shows our ads elsewhere, which of them brought people here.' },
    purpose: { en: 'measure which ads bring people here' },
  },
};
