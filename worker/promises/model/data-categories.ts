import type { PurposeId } from '#worker/promises/model/purposes.ts';
import type { RetentionId } from '#worker/promises/model/retention.ts';
import type { OptionalCategory, Service } from '#worker/promises/model/services.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** What California's law would call it (Cal. Civ. Code § 1798.140(v)). */
export type CaliforniaCategory = 'identifiers' | 'internet-activity' | 'professional';

/** A kind of data that the board handles. */
export interface DataCategory {
  readonly id: string;
  readonly name: Words;
  /** What is in it, to the last field that could name somebody. */
  readonly holds: Words;
  readonly whose: Words;
  readonly source: Words;
  readonly purposes: readonly PurposeId[];
  /** How long it stays; empty where it is never written down. */
  readonly retention: readonly RetentionId[];
  /** Kept by somebody else, as its own policy says: only of services that somebody said yes to. */
  readonly keptBy?: Words;
  /** All that are in it; empty where it names nobody. */
  readonly california: readonly CaliforniaCategory[];
  /** Only where the board has switched on such a service. */
  readonly onlyWith?: (service: Service) => boolean;
}

const isSomebodyElses =
  (category: OptionalCategory) =>
  (service: Service): boolean =>
    service.category === category && service.recipient !== null;

const DATA_CATEGORIES = [
  {
    id: 'job-ads',
    name: { en: 'Job ads' },
    holds: { en: 'Title, text, employer, places, pay, dates, the link for applying, and names of people where the ad’s text has them' },
    whose: { en: 'Employers, most of them companies and authorities; people who are named in an ad' },
    source: { en: 'Whoever writes the ad here; lists and feeds of others that we take over, which the ad then names' },
    purposes: ['publish-jobs'],
    retention: ['published-jobs', 'expired-jobs', 'stopped-jobs', 'search-index', 'index-words', 'backups'],
    california: ['professional'],
  },
  {
    id: 'ad-contacts',
    name: { en: 'Contact details found in ads' },
    holds: {
      en: 'E-mail addresses, phone numbers and messenger names, taken out of the ad and kept apart; shown one by one to whoever asks, within limits',
    },
    whose: { en: 'Contact persons of employers' },
    source: { en: 'Whoever writes the ad, or the same lists and feeds' },
    purposes: ['publish-jobs', 'connect'],
    retention: ['published-jobs', 'expired-jobs', 'stopped-jobs', 'backups'],
    california: ['identifiers'],
  },
  {
    id: 'posts',
    name: { en: 'Your posts' },
    holds: { en: 'What you write as an ad: drafts, each version, when it was public, your address as a guest sealed, what was decided' },
    whose: { en: 'Everybody who posts' },
    source: { en: 'You' },
    purposes: ['post-jobs', 'publish-jobs', 'moderation'],
    retention: ['drafts', 'guest-drafts', 'published-jobs', 'expired-jobs', 'stopped-jobs', 'post-fingerprints', 'backups'],
    california: ['identifiers', 'professional'],
  },
  {
    id: 'employer-members',
    name: { en: 'Who works for an employer here' },
    holds: {
      en: 'Which accounts post for which employer, in which role, since when; invitations with their address; which domain was proven and how',
    },
    whose: { en: 'People who post for an employer' },
    source: { en: 'You, and whoever invited you' },
    purposes: ['post-jobs'],
    retention: ['accounts', 'invitations', 'domain-proofs', 'drafts', 'employer-merges', 'backups'],
    california: ['identifiers', 'professional'],
  },
  {
    id: 'relay',
    name: { en: 'Messages to the contact of an ad' },
    holds: { en: 'Your name, your address and what you wrote, sealed, until it was handed on' },
    whose: { en: 'Everybody who writes to the contact of an ad' },
    source: { en: 'You' },
    purposes: ['connect'],
    retention: ['relay-messages', 'network-hashes', 'backups'],
    california: ['identifiers'],
  },
  {
    id: 'reveal-counts',
    name: { en: 'How many contacts a network was shown' },
    holds: { en: 'A number for each network and day, under a keyed hash of it' },
    whose: { en: 'Everybody who has a contact shown' },
    source: { en: 'Your browser, and the network between' },
    purposes: ['security'],
    retention: ['network-hashes', 'backups'],
    california: ['identifiers', 'internet-activity'],
  },
  {
    id: 'post-counts',
    name: { en: 'How often an ad was opened' },
    holds: { en: 'Totals of a day for each ad; no row says anything about one visit' },
    whose: { en: 'Nobody' },
    source: { en: 'Our own program' },
    purposes: ['view-counts'],
    retention: ['expired-jobs', 'stopped-jobs', 'backups'],
    california: [],
  },
  {
    id: 'notices',
    name: { en: 'Notices about ads' },
    holds: { en: 'Which ad, why, name and address of whoever reports it, sealed, what became of it' },
    whose: { en: 'Everybody who reports an ad' },
    source: { en: 'You' },
    purposes: ['moderation'],
    retention: ['notices', 'network-hashes', 'backups'],
    california: ['identifiers'],
  },
  {
    id: 'decisions',
    name: { en: 'Decisions about posts' },
    holds: { en: 'What was decided on a post and why, objections and their answers, a sealed copy of the post' },
    whose: { en: 'Everybody whose post was decided on, and whoever is named in it' },
    source: { en: 'You, people who report, and our own moderators' },
    purposes: ['moderation'],
    retention: ['statements', 'case-files', 'freezes', 'removed-ads', 'backups'],
    california: ['identifiers', 'professional'],
  },
  {
    id: 'staff-log',
    name: { en: 'What people who work for the board did' },
    holds: { en: 'Each act and each look at personal records with its reason, by pseudonym' },
    whose: { en: 'People who work for the board' },
    source: { en: 'Our own program' },
    purposes: ['legal-duties'],
    retention: ['audit-log', 'audit-notes', 'backups'],
    california: ['identifiers'],
  },
  {
    id: 'disclosures',
    name: { en: 'What was handed to authorities' },
    holds: { en: 'Who asked, on what ground, which fields, when' },
    whose: { en: 'Everybody whose data was handed over' },
    source: { en: 'Authorities, and our own program' },
    purposes: ['legal-duties'],
    retention: ['disclosures', 'backups'],
    california: ['identifiers'],
  },
  {
    id: 'import-reports',
    name: { en: 'Reports of imports' },
    holds: { en: 'Which rows of an imported list were wrong, and why; contact details are taken out' },
    whose: { en: 'Employers' },
    source: { en: 'The same lists and feeds' },
    purposes: ['publish-jobs'],
    retention: ['import-reports'],
    california: [],
  },
  {
    id: 'requests',
    name: { en: 'What your browser sends along' },
    holds: { en: 'Your network address, the page asked for, and what browsers add, such as language and browser type' },
    whose: { en: 'Everybody who visits' },
    source: { en: 'Your browser, and the network between' },
    purposes: ['answer-visits', 'security'],
    retention: ['request-counts'],
    california: ['identifiers', 'internet-activity'],
  },
  {
    id: 'search-words',
    name: { en: 'What you search for' },
    holds: { en: 'Words, place and filters of a search' },
    whose: { en: 'Everybody who searches' },
    source: { en: 'You' },
    purposes: ['answer-visits'],
    retention: [],
    california: ['internet-activity'],
  },
  {
    id: 'logs',
    name: { en: 'The log' },
    holds: {
      en: 'Kind of page, time taken, outcome and a random number for each answer; of a fault, its kind and its place in our program: no address, no words, no browser',
    },
    whose: { en: 'Nobody: no line can be tied to a person' },
    source: { en: 'Our own program' },
    purposes: ['security'],
    retention: ['platform-logs'],
    california: [],
  },
  {
    id: 'choices',
    name: { en: 'Your cookie choice' },
    holds: {
      en: 'What was asked and chosen, when, where on the site and how; country at most; whether your browser sent Global Privacy Control; after a yes, a random number that ties your choices together',
    },
    whose: { en: 'Everybody who chooses' },
    source: { en: 'You' },
    purposes: ['consent-proof'],
    retention: ['consent-records', 'consent-act-keys', 'backups'],
    california: ['identifiers'],
  },
  {
    id: 'account',
    name: { en: 'Your account' },
    holds: {
      en: 'E-mail address, the slow hash of your password, role, name, language and region if you gave them, which terms you accepted and which notice you were shown, the age you confirmed, your switches, when you last used it',
    },
    whose: { en: 'Everybody with an account' },
    source: { en: 'You' },
    purposes: ['account', 'consent-proof'],
    retention: ['accounts', 'sign-ups', 'address-changes', 'backups'],
    california: ['identifiers'],
  },
  {
    id: 'sign-ins',
    name: { en: 'Your sign-ins' },
    holds: {
      en: 'When you signed in, with which kind of browser and from which country, hashes of the numbers that your browser holds, and your second factor: a sealed secret, hashes of recovery codes, public halves of passkeys',
    },
    whose: { en: 'Everybody with an account' },
    source: { en: 'You, and your browser' },
    purposes: ['account', 'security'],
    retention: ['accounts', 'sessions', 'link-tokens', 'known-browsers', 'backups'],
    california: ['identifiers', 'internet-activity'],
  },
  {
    id: 'guessing',
    name: { en: 'Attempts to get in' },
    holds: { en: 'How often a password was wrong, under a keyed hash of the account and of the network' },
    whose: { en: 'Whoever tries to sign in' },
    source: { en: 'Your browser, and the network between' },
    purposes: ['security'],
    retention: ['network-hashes', 'backups'],
    california: ['identifiers', 'internet-activity'],
  },
  {
    id: 'account-activity',
    name: { en: 'What happened to your account' },
    holds: { en: 'Sign-ins, changes and wishes, each with its time, kind of browser and country at most; no network address' },
    whose: { en: 'Everybody with an account' },
    source: { en: 'Our own program' },
    purposes: ['account'],
    retention: ['activity', 'backups'],
    california: ['internet-activity'],
  },
  {
    id: 'mail',
    name: { en: 'Mail to you' },
    holds: {
      en: 'Kind and time of each mail, a keyed hash of your address and its first letters; until it is sent, your address and what it says, sealed; whether it came back',
    },
    whose: { en: 'Everybody we write to' },
    source: { en: 'Our own program, and the mail provider' },
    purposes: ['account', 'newsletter', 'product-mail', 'surveys'],
    retention: ['mail-contents', 'mail-keys', 'mail-suppressions', 'mail-provider', 'network-hashes', 'backups'],
    california: ['identifiers'],
  },
  {
    id: 'own-requests',
    name: { en: 'What you asked of us' },
    holds: { en: 'Copies of your data that you asked for, objections and their reasons; after a deletion a keyed hash and the date' },
    whose: { en: 'Everybody with an account' },
    source: { en: 'You' },
    purposes: ['legal-duties'],
    retention: ['data-exports', 'objections', 'erasure-archive', 'erasure-ledger', 'backups'],
    california: ['identifiers'],
  },
  {
    id: 'totals',
    name: { en: 'Daily totals' },
    holds: { en: 'How often a kind of page or a feature was used, for each day and country; no row says anything about one visit' },
    whose: { en: 'Nobody: only those who said yes are counted, and none of them can be found in it' },
    source: { en: 'Your browser, after your yes' },
    purposes: ['measure-use'],
    retention: ['counters', 'backups'],
    california: [],
    onlyWith: ({ id }: Service) => id === 'counters',
  },
  {
    id: 'measured-use',
    name: { en: 'What an analytics service learns' },
    holds: { en: 'A random number for your browser, your network address, and which kinds of pages you open; never your words' },
    whose: { en: 'Those who said yes to it' },
    source: { en: 'Your browser, after your yes' },
    purposes: ['measure-use'],
    retention: [],
    keptBy: { en: 'The service keeps it, as its own policy says' },
    california: ['identifiers', 'internet-activity'],
    onlyWith: isSomebodyElses('analytics'),
  },
  {
    id: 'measured-ads',
    name: { en: 'What an advertising service learns' },
    holds: { en: 'A random number for the ad that you clicked elsewhere, your network address, and which kinds of pages you open' },
    whose: { en: 'Those who said yes to it' },
    source: { en: 'Your browser, after your yes' },
    purposes: ['measure-ads'],
    retention: [],
    keptBy: { en: 'The service keeps it, as its own policy says' },
    california: ['identifiers', 'internet-activity'],
    onlyWith: isSomebodyElses('marketing'),
  },
  {
    id: 'letters',
    name: { en: 'Your mail' },
    holds: { en: 'What you write, your address, and the answer' },
    whose: { en: 'Everybody who writes' },
    source: { en: 'You' },
    purposes: ['support', 'legal-duties'],
    retention: ['letters'],
    california: ['identifiers'],
  },
  {
    id: 'evidence',
    name: { en: 'Evidence of scheduled work' },
    holds: { en: 'Which rule ran when, and how many rows it deleted' },
    whose: { en: 'Nobody' },
    source: { en: 'Our own program' },
    purposes: ['legal-duties'],
    retention: ['task-evidence', 'backups'],
    california: [],
  },
] as const satisfies readonly DataCategory[];

export type DataCategoryId = (typeof DATA_CATEGORIES)[number]['id'];

/** The kinds of data that this board handles, with the services that it has switched on. */
export function dataCategoriesOf(services: readonly Service[]): readonly DataCategory[] {
  const all: readonly DataCategory[] = DATA_CATEGORIES;
  return all.filter(({ onlyWith }) => onlyWith === undefined || services.some(onlyWith));
}
