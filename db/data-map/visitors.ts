import { nobodys, somebodys } from '#db/data-map/entry.ts';

/** Proof that a yes was given has to outlive the wish to be forgotten (GDPR 7(1), 17(3)(b)): nothing in it says who or where somebody is. */
const CHOICE = {
  category: 'choices',
  retention: 'consent-records',
  inExport: 'as it is',
  erasure: { keptBecause: 'it proves what was chosen, as GDPR 7(1) demands, and ends by its own rule' },
} as const;
const SECRETS = { ...CHOICE, inExport: { leftOutBecause: 'it is the hash of a secret that the browser holds itself' } } as const;

const consentNotices = {
  whose: 'nobody',
  purpose: 'consent-proof',
  columns: nobodys('is what the board has shown to everybody', 'hash', 'version', 'language', 'text', 'build', 'publishedAt'),
} as const;

const consentChain = {
  whose: 'nobody',
  purpose: 'consent-proof',
  columns: nobodys('is a number and a keyed hash, which say nothing once their record is gone', 'seq', 'mac'),
} as const;

const consentRecords = {
  whose: 'visitors',
  purpose: 'consent-proof',
  columns: {
    ...somebodys({ ...CHOICE, isUnique: true }, 'id'),
    ...somebodys(SECRETS, 'subject'),
    ...somebodys(CHOICE, 'previousId', 'act', 'surface', 'method', 'granted', 'refused', 'country', 'gpc'),
    ...somebodys(CHOICE, 'givenAt', 'receivedAt', 'validUntil', 'replacedAt'),
    ...somebodys({ ...SECRETS, retention: 'consent-act-keys', erasure: 'null', isUnique: true }, 'actKey'),
    ...nobodys('says what everybody was shown', 'notice', 'build'),
    ...nobodys('is the number of a link of the chain', 'seq'),
  },
} as const;

const counters = {
  whose: 'nobody',
  purpose: 'measure-use',
  columns: nobodys('is part of a day’s total, in which no visit can be told from another', 'day', 'page', 'feature', 'country', 'count'),
} as const;

export const VISITOR_TABLES = { consentNotices, consentChain, consentRecords, counters } as const;
