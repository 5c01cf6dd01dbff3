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
      en: 'E-mail addresses and phone numbers that are found in ads are taken out before anything is shown or indexed, and lie in a table that only the button “Show contact” reads, so many times a day.',
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
    id: 'passwords',
    words: {
      en: 'Passwords are stored as slow hashes (scrypt) only. The most common ones are refused, and whoever guesses is slowed down, for each account and for each network.',
    },
    enforcedBy: ['worker/accounts/password-hash.ts', 'worker/accounts/model/password-rules.ts'],
  },
  {
    id: 'second-factor',
    words: {
      en: 'A second factor stands open to everybody, and our own staff must have one. Before anything grave the password is asked for again when {proof-lasts} have passed.',
    },
    enforcedBy: ['worker/accounts/second-factor.ts', 'worker/accounts/model/fresh-proof.ts'],
  },
  {
    id: 'sealed',
    words: {
      en: 'What opens a session or comes by a link is stored as a hash; the secret of a second factor, and a mail that waits, are sealed.',
    },
    enforcedBy: ['worker/kernel/seal.ts', 'db/schema/account-tables.ts'],
  },
];
