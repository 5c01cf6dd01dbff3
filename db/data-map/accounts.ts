import { nobodys, somebodys } from '#db/data-map/entry.ts';

const IN_FULL = 'as it is';
const HASHED = { leftOutBecause: 'it is the hash of a secret that only you hold' } as const;
const SEALED = { leftOutBecause: 'it is a secret of your account, sealed, which would be less safe in a file' } as const;
const GUARD = { leftOutBecause: 'it is a keyed hash that slows attackers down, and a copy would help them' } as const;

/** Kept as long as the account, and gone with it. */
const OWN = { category: 'account', retention: 'accounts', inExport: IN_FULL, erasure: 'delete' } as const;
const SIGN_IN = { ...OWN, category: 'sign-ins' } as const;

const accounts = {
  whose: 'account holders',
  person: { by: 'account', column: 'id' },
  purpose: 'account',
  columns: {
    ...somebodys({ ...OWN, isUnique: true }, 'id'),
    ...somebodys({ ...OWN, isUnique: 'words' }, 'emailKey'),
    ...somebodys(OWN, 'email', 'role', 'name', 'language', 'region', 'createdAt', 'termsVersion', 'privacyVersion', 'acceptedAt'),
    ...somebodys(OWN, 'statedAge', 'activeAt', 'inactivityWarnings', 'restrictedAt', 'suspendedAt', 'marketingObjectedAt', 'gpc'),
    ...somebodys(OWN, 'resetBlockedUntil'),
    ...somebodys({ ...OWN, inExport: HASHED }, 'passwordHash'),
  },
} as const;

const SIGN_UP = { ...OWN, retention: 'sign-ups' } as const;
const signUps = {
  whose: 'account holders',
  person: { by: 'address', column: 'emailKey' },
  purpose: 'account',
  columns: {
    ...somebodys({ ...SIGN_UP, isUnique: true }, 'id'),
    ...somebodys({ ...SIGN_UP, isUnique: 'words' }, 'emailKey'),
    ...somebodys(SIGN_UP, 'email', 'role', 'language', 'termsVersion', 'privacyVersion', 'statedAge', 'createdAt', 'remindedAt'),
    ...somebodys({ ...SIGN_UP, inExport: HASHED }, 'passwordHash'),
  },
} as const;

const LINK = { ...SIGN_IN, retention: 'link-tokens' } as const;
const linkTokens = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  ad: 'subjectId',
  purpose: 'account',
  columns: {
    ...somebodys({ ...LINK, inExport: HASHED, isUnique: true }, 'id'),
    ...somebodys(LINK, 'kind', 'accountId', 'signUpId', 'changeId', 'subjectId', 'createdAt', 'expiresAt', 'usedAt'),
  },
} as const;

const SESSION = { ...SIGN_IN, retention: 'sessions' } as const;
const sessions = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'account',
  columns: {
    ...somebodys({ ...SESSION, inExport: HASHED, isUnique: true }, 'id'),
    ...somebodys({ ...SESSION, isUnique: true }, 'handle'),
    ...somebodys(SESSION, 'accountId', 'role', 'createdAt', 'seenAt', 'expiresAt', 'endsAt', 'provenAt', 'proof', 'browser', 'country'),
  },
} as const;

const BROWSER = { ...SIGN_IN, retention: 'known-browsers' } as const;
const knownBrowsers = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'security',
  columns: {
    ...somebodys({ ...BROWSER, inExport: HASHED, isUnique: true }, 'id'),
    ...somebodys(BROWSER, 'accountId', 'browser', 'country', 'createdAt', 'usedAt'),
  },
} as const;

const challenges = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'account',
  columns: {
    ...somebodys({ ...LINK, inExport: HASHED, isUnique: true }, 'id'),
    ...somebodys({ ...LINK, inExport: SEALED }, 'challenge'),
    ...somebodys(LINK, 'kind', 'accountId', 'attempts', 'createdAt', 'expiresAt'),
  },
} as const;

const totpFactors = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'account',
  columns: {
    ...somebodys({ ...SIGN_IN, inExport: SEALED }, 'secret'),
    ...somebodys({ ...SIGN_IN, isUnique: true }, 'accountId'),
    ...somebodys(SIGN_IN, 'createdAt'),
  },
} as const;

const totpUses = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'account',
  columns: somebodys({ ...LINK, isUnique: true }, 'accountId', 'step', 'usedAt'),
} as const;

const recoveryCodes = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'account',
  columns: {
    ...somebodys({ ...SIGN_IN, inExport: HASHED, isUnique: true }, 'id'),
    ...somebodys(SIGN_IN, 'accountId', 'createdAt', 'usedAt'),
  },
} as const;

const passkeys = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'account',
  columns: {
    ...somebodys({ ...SIGN_IN, isUnique: true }, 'id'),
    ...somebodys({ ...SIGN_IN, inExport: { leftOutBecause: 'your device made it and holds its other half' } }, 'publicKey', 'counter'),
    ...somebodys(SIGN_IN, 'accountId', 'name', 'transports', 'createdAt', 'usedAt'),
  },
} as const;

const factorLosses = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'account',
  columns: { ...somebodys({ ...SIGN_IN, isUnique: true }, 'accountId'), ...somebodys(SIGN_IN, 'confirmedAt', 'liftsAt', 'announced') },
} as const;

const CHANGE = { ...OWN, retention: 'address-changes' } as const;
const addressChanges = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'account',
  columns: {
    ...somebodys({ ...CHANGE, isUnique: true }, 'id'),
    ...somebodys({ ...CHANGE, inExport: SEALED }, 'before'),
    ...somebodys(CHANGE, 'accountId', 'oldEmail', 'newEmail', 'newEmailKey', 'askedAt', 'confirmedAt', 'undoneAt'),
  },
} as const;

const GUESS = {
  category: 'guessing',
  retention: 'network-hashes',
  inExport: GUARD,
  erasure: { keptBecause: 'it is a keyed hash that slows guessing down, and ends within two days' },
} as const;
const attempts = {
  whose: 'account holders',
  person: null,
  purpose: 'security',
  columns: { ...somebodys({ ...GUESS, isUnique: true }, 'subject'), ...somebodys(GUESS, 'failures', 'firstAt', 'lastAt', 'waitUntil') },
} as const;

const networkKeys = {
  whose: 'nobody',
  person: null,
  purpose: 'security',
  columns: nobodys('is a random key of a day', 'day', 'key'),
} as const;

const mailChoices = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'consent-proof',
  columns: {
    ...somebodys({ ...OWN, isUnique: true }, 'id'),
    ...somebodys(OWN, 'accountId', 'kind', 'wanted', 'chosenAt', 'surface', 'privacyVersion'),
  },
} as const;

const ACTIVITY = { ...OWN, category: 'account-activity', retention: 'activity' } as const;
const activity = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'account',
  columns: { ...somebodys({ ...ACTIVITY, isUnique: true }, 'id'), ...somebodys(ACTIVITY, 'accountId', 'at', 'kind', 'details') },
} as const;

const REQUEST = { ...OWN, category: 'own-requests', retention: 'objections' } as const;
const objections = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'legal-duties',
  columns: {
    ...somebodys({ ...REQUEST, isUnique: true }, 'id'),
    ...somebodys(REQUEST, 'accountId', 'purpose', 'reason', 'madeAt', 'dueAt', 'withdrawnAt'),
  },
} as const;

const COPY = { ...REQUEST, retention: 'data-exports' } as const;
const dataExports = {
  whose: 'account holders',
  person: { by: 'account', column: 'accountId' },
  purpose: 'legal-duties',
  columns: {
    ...somebodys({ ...COPY, isUnique: true }, 'id'),
    ...somebodys(COPY, 'accountId', 'createdAt', 'expiresAt', 'bytes', 'downloadedAt'),
  },
} as const;

const erasureArchive = {
  whose: 'account holders',
  person: null,
  purpose: 'legal-duties',
  columns: somebodys(
    {
      category: 'own-requests',
      retention: 'erasure-archive',
      inExport: { leftOutBecause: 'it is written when an account is gone' },
      erasure: { keptBecause: 'it is the proof that a deletion was carried out, and holds a keyed hash and a date only' },
      isUnique: true,
    },
    'subject',
    'erasedAt',
  ),
} as const;

const MAIL_KEY = { leftOutBecause: 'it may hold the hash of a link that only you were sent' } as const;
const MAIL_CAUSE = { leftOutBecause: 'it names the account that caused the mail, which may be somebody else’s' } as const;
const MAIL = { ...OWN, category: 'mail', retention: 'mail-keys' } as const;
const mails = {
  whose: 'account holders',
  person: { by: 'recipient', column: 'recipient' },
  purpose: 'account',
  columns: {
    ...somebodys({ ...MAIL, retention: 'mail-contents', inExport: SEALED }, 'sealed'),
    ...somebodys({ ...MAIL, retention: 'network-hashes', inExport: GUARD }, 'network'),
    ...somebodys({ ...MAIL, isUnique: true }, 'id'),
    ...somebodys({ ...MAIL, inExport: MAIL_KEY, isUnique: true }, 'key'),
    ...somebodys({ ...MAIL, inExport: GUARD }, 'recipient'),
    ...somebodys({ ...MAIL, inExport: MAIL_CAUSE }, 'accountId'),
    ...somebodys(MAIL, 'kind', 'masked', 'language', 'askedFor', 'state', 'createdAt', 'dueAt', 'expiresAt', 'sentAt'),
    ...somebodys(
      { ...MAIL, inExport: { leftOutBecause: 'it says how our own sending went, and nothing about you' } },
      'tries',
      'leaseOwner',
      'leaseUntil',
      'trouble',
    ),
  },
} as const;

const SUPPRESSION = { ...MAIL, retention: 'mail-suppressions' } as const;
const mailSuppressions = {
  whose: 'account holders',
  person: { by: 'recipient', column: 'recipient' },
  purpose: 'account',
  columns: { ...somebodys({ ...SUPPRESSION, inExport: GUARD, isUnique: true }, 'recipient'), ...somebodys(SUPPRESSION, 'reason', 'at') },
} as const;

const mailReports = {
  whose: 'nobody',
  person: null,
  purpose: 'security',
  columns: nobodys('is the number of a report that the mail provider sent, so that it counts once', 'id', 'receivedAt'),
} as const;

/** Accounts, the ways into them, and the mail that comes through the door. */
export const ACCOUNT_TABLES = {
  accounts,
  signUps,
  linkTokens,
  sessions,
  knownBrowsers,
  challenges,
  totpFactors,
  totpUses,
  recoveryCodes,
  passkeys,
  factorLosses,
  addressChanges,
  attempts,
  networkKeys,
  mailChoices,
  activity,
  objections,
  dataExports,
  erasureArchive,
  mails,
  mailSuppressions,
  mailReports,
} as const;
