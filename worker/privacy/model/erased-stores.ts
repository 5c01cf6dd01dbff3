import type { ErasedStore } from '#worker/mail/model/mail-facts.ts';
import { after, type Duration } from '#worker/promises/model/duration.ts';
import { RETENTION, type RetentionId, ruleOf } from '#worker/promises/model/retention.ts';
import { inLanguage, type Words } from '#worker/promises/model/words.ts';

export interface Emptied {
  /** When, in UTC milliseconds. */
  readonly at: number;
  /** Rows of each table that were there. */
  readonly held: readonly { readonly table: string; readonly rows: number }[];
  /** Files. */
  readonly copies: number;
  readonly language: string;
}

const MAIL_TABLES = ['mails', 'mail_suppressions'];

const STORES = {
  database: { en: 'Database' },
  index: { en: 'Search index' },
  files: { en: 'Files' },
  outbox: { en: 'Mails' },
  archive: { en: 'Archive' },
  ledger: { en: 'List of deletions' },
  guesses: { en: 'Protection against guessing' },
  backups: { en: 'Backups' },
  cache: { en: 'Copies of pages on the way to you' },
  provider: { en: 'Mail provider' },
  letters: { en: 'Our mailbox' },
} as const satisfies Readonly<Record<string, Words>>;

const REMOVED = {
  database: { en: 'your account and everything that hung on it were removed: {rows} rows in {tables} tables' },
  index: { en: 'nothing but adverts of your own ever stood in it; they are shown to nobody any more, and the index forgets their words' },
  files: { en: 'copies of your data were removed: {copies}' },
  outbox: { en: 'what was written to you, and what waited to be sent, was removed: {rows} rows' },
  kept: { en: 'nothing was removed' },
  cache: { en: 'pages about you are never kept there' },
} as const satisfies Readonly<Record<string, Words>>;

const STAYS = {
  outbox: { en: 'this receipt alone, sealed' },
  archive: { en: 'a keyed hash of your address, and the date; the key lies elsewhere, and no page reads it' },
  ledger: { en: 'the random number that your account had, and the date, so that a backup does not bring it back' },
  guesses: { en: 'keyed hashes that say nothing without a key that lies elsewhere, if somebody guessed passwords' },
  backups: { en: 'what stood in the backups that were made before' },
  provider: { en: 'in its log, that mails were handed on to you, this one included' },
  letters: { en: 'what you wrote to us by mail or letter, and any objection that was sent to us for you; ask us there, and it goes' },
} as const satisfies Readonly<Record<string, Words>>;

/** Every store, as the receipt of a deletion names it: what was removed, and what stays until when. */
export function erasedStores({ at, held, copies, language }: Emptied): readonly ErasedStore[] {
  const ofMail = held.filter(({ table }) => MAIL_TABLES.includes(table));
  const others = held.filter(({ table }) => !MAIL_TABLES.includes(table));
  const say = (words: Words, facts: Readonly<Record<string, number>> = {}) => fill(inLanguage(words, language), facts);
  const gone = (store: keyof typeof STORES, removed: string): ErasedStore => ({ store: say(STORES[store]), removed, at, stays: null });
  const stays = (store: keyof typeof STAYS, removed: string): ErasedStore => ({
    store: say(STORES[store]),
    removed,
    at: after(at, KEPT[store]),
    stays: say(STAYS[store]),
  });
  const nothing = say(REMOVED.kept);
  return [
    gone('database', say(REMOVED.database, { rows: sum(others), tables: others.length })),
    gone('index', say(REMOVED.index)),
    gone('files', say(REMOVED.files, { copies })),
    stays('outbox', say(REMOVED.outbox, { rows: sum(ofMail) })),
    stays('archive', nothing),
    stays('ledger', nothing),
    stays('guesses', nothing),
    stays('backups', nothing),
    gone('cache', say(REMOVED.cache)),
    stays('provider', nothing),
    stays('letters', nothing),
  ];
}

const keepOf = (id: RetentionId): Duration => ruleOf(RETENTION, id).keep;

const KEPT: Readonly<Record<keyof typeof STAYS, Duration>> = {
  outbox: keepOf('mail-contents'),
  archive: keepOf('erasure-archive'),
  ledger: keepOf('erasure-ledger'),
  guesses: keepOf('network-hashes'),
  backups: keepOf('backups'),
  provider: keepOf('mail-provider'),
  letters: keepOf('letters'),
};

function sum(held: Emptied['held']): number {
  return held.reduce((total, { rows }) => total + rows, 0);
}

function fill(text: string, facts: Readonly<Record<string, number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
