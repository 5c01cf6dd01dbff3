import type { Words } from '#worker/promises/model/words.ts';

/** What keeps data safe, and the files that do it. */
export interface SecurityMeasure {
  readonly id: string;
  readonly words: Words;
  readonly enforcedBy: readonly string[];
}

/** Only what holds at this commit. */
export const SECURITY_MEASURES: readonly SecurityMeasure[] = [
  {
    id: 'https',
    words: {
      en: 'On a board with an address of its own every connection is encrypted, and browsers are told never to come without.',
    },
    enforcedBy: ['worker/variables.ts', 'worker/http/security-headers.ts'],
  },
  {
    id: 'content-security',
    words: {
      en: 'Your browser is told to run our own scripts and those of the optional services, and no others. The optional ones start only after your yes.',
    },
    enforcedBy: ['worker/http/security-headers.ts'],
  },
  {
    id: 'contacts-apart',
    words: {
      en: 'E-mail addresses and phone numbers that are found in ads are taken out before anything is shown or indexed, and lie in a table that no page reads.',
    },
    enforcedBy: ['worker/jobs/model/contacts.ts', 'db/schema/tables.ts', 'db/schema/public-jobs.sql'],
  },
  {
    id: 'daily-hashes',
    words: {
      en: 'Requests are counted under a keyed hash of the network address, with a key that changes every day, in memory, for {limit.over}.',
    },
    enforcedBy: ['worker/http/daily-key.ts', 'worker/http/rate-limit.ts'],
  },
  {
    id: 'bare-logs',
    words: {
      en: 'The log holds kind of page, time, outcome and a random number, and of a fault its kind and place: no address, no words, no browser.',
    },
    enforcedBy: ['worker/http/log.ts'],
  },
  {
    id: 'no-referrer',
    words: { en: 'Other sites are not told which of our pages you came from.' },
    enforcedBy: ['worker/http/security-headers.ts'],
  },
  {
    id: 'same-origin',
    words: { en: 'What changes something is taken from our own pages only: no other site can choose for you.' },
    enforcedBy: ['worker/http/same-origin.ts'],
  },
  {
    id: 'keys-outside',
    words: { en: 'The keys that sign records lie outside the database: who gets hold of the one does not have the other.' },
    enforcedBy: ['worker/config.ts', 'worker/local/secret.ts'],
  },
  {
    id: 'hashed-secret',
    words: { en: 'The random number in your browser that opens the record of your choices is stored as a hash only.' },
    enforcedBy: ['worker/consent/record-choice.ts', 'db/schema/tables.ts'],
  },
  {
    id: 'overwritten',
    words: { en: 'Where the database is a file on our own machine, what is deleted is overwritten there.' },
    enforcedBy: ['db/local/native.ts'],
  },
  {
    id: 'no-back-door',
    words: { en: 'There is no sign-in, for staff neither: only those who run the machine can see more than you do.' },
    enforcedBy: ['worker/app.ts', 'site/pages'],
  },
];
