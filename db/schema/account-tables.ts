import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LinkKind } from '#worker/kernel/actor.ts';

/** A confirmed account. Whoever has only signed up stands in `sign_ups`. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: text().primaryKey(),
    /** As its person writes it. */
    email: text().notNull(),
    /** The address as it is compared (`worker/accounts/model/email-address.ts`). */
    emailKey: text().notNull().unique(),
    /** A PHC string. */
    passwordHash: text().notNull(),
    role: text({ enum: ['seeker', 'employer', 'moderator', 'administrator'] }).notNull(),
    name: text(),
    /** Of pages and mails; one of the board's. */
    language: text().notNull(),
    /** Where somebody lives, as the law that protects them needs it: ISO 3166-1 or 3166-2 (`DE`, `US-CA`). */
    region: text(),
    createdAt: integer().notNull(),
    /** Version of the terms that was accepted, and of the privacy notice that was shown. */
    termsVersion: integer().notNull(),
    privacyVersion: integer().notNull(),
    acceptedAt: integer().notNull(),
    /** The minimum age that was confirmed. */
    statedAge: integer().notNull(),
    /** The last thing that counts as activity (`worker/accounts/model/activity-kinds.ts`). */
    activeAt: integer().notNull(),
    /** How many warnings of the end by inactivity were sent since. */
    inactivityWarnings: integer().notNull().default(0),
    /** Since when everything but storage is frozen. */
    restrictedAt: integer(),
    /** Since when the board has suspended the account; the reasons stand in `statements`. */
    suspendedAt: integer(),
    /** Since when direct marketing of every kind is objected to. */
    marketingObjectedAt: integer(),
    /** Whether a browser sent Global Privacy Control while signed in: once seen, it holds for the person. */
    gpc: integer({ mode: 'boolean' }).notNull().default(false),
    /** Until when the mailbox alone does not reset the password: an address change was undone. */
    resetBlockedUntil: integer(),
  },
  (table) => [index('accounts_active').on(table.activeAt)],
);

/** A sign-up that waits for its confirmation; a newer one with the same address takes its place. */
export const signUps = sqliteTable(
  'sign_ups',
  {
    id: text().primaryKey(),
    email: text().notNull(),
    emailKey: text().notNull().unique(),
    passwordHash: text().notNull(),
    role: text({ enum: ['seeker', 'employer'] }).notNull(),
    language: text().notNull(),
    termsVersion: integer().notNull(),
    privacyVersion: integer().notNull(),
    statedAge: integer().notNull(),
    createdAt: integer().notNull(),
    remindedAt: integer(),
  },
  (table) => [index('sign_ups_created').on(table.createdAt)],
);

/** What a link in a mail opens, once: the token itself stands in the mail alone. */
export const linkTokens = sqliteTable(
  'link_tokens',
  {
    /** SHA-256 of the token, in hexadecimal. */
    id: text().primaryKey(),
    kind: text().$type<LinkKind>().notNull(),
    accountId: text().references(() => accounts.id, { onDelete: 'cascade' }),
    signUpId: text().references(() => signUps.id, { onDelete: 'cascade' }),
    /** The address change that it is about. */
    changeId: text(),
    /** The post, invitation, proof, message, notice or statement that it is about. */
    subjectId: text(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    usedAt: integer(),
  },
  (table) => [
    index('link_tokens_account').on(table.accountId),
    index('link_tokens_sign_up').on(table.signUpId),
    index('link_tokens_expires').on(table.expiresAt),
    index('link_tokens_subject').on(table.subjectId).where(sql`${table.subjectId} is not null`),
  ],
);

/** Who is signed in where. */
export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of what the cookie holds, in hexadecimal. */
    id: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Names the session on its person's own page; opens nothing. */
    handle: text().notNull().unique(),
    /** The role at its beginning: another one ends it. */
    role: text({ enum: ['seeker', 'employer', 'moderator', 'administrator'] }).notNull(),
    createdAt: integer().notNull(),
    seenAt: integer().notNull(),
    /** When it ends unless it is used. */
    expiresAt: integer().notNull(),
    /** When it ends, used or not. */
    endsAt: integer().notNull(),
    /** When its person was last asked for proof, and of which kind. */
    provenAt: integer().notNull(),
    proof: text({ enum: ['password', 'password-and-factor', 'passkey', 'persona'] }).notNull(),
    /** `Firefox on Windows`: no version, no more. */
    browser: text().notNull(),
    /** ISO 3166-1 alpha-2, or `unknown`. */
    country: text().notNull(),
  },
  (table) => [index('sessions_account').on(table.accountId), index('sessions_expires').on(table.expiresAt)],
);

/** Browsers that signed in before: not new, and not slowed down by what strangers try. */
export const knownBrowsers = sqliteTable(
  'known_browsers',
  {
    /** SHA-256 of what the cookie holds, in hexadecimal. */
    id: text().notNull(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    browser: text().notNull(),
    country: text().notNull(),
    createdAt: integer().notNull(),
    usedAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.accountId] }),
    index('known_browsers_account').on(table.accountId),
    index('known_browsers_used').on(table.usedAt),
  ],
);

/** A sign-in or a passkey half-way: for some minutes, tied to one browser by a cookie. */
export const challenges = sqliteTable(
  'challenges',
  {
    /** SHA-256 of what the cookie holds, in hexadecimal. */
    id: text().primaryKey(),
    kind: text({ enum: ['second-factor', 'passkey-sign-in', 'passkey-add', 'passkey-prove', 'totp-add'] }).notNull(),
    accountId: text().references(() => accounts.id, { onDelete: 'cascade' }),
    /** What the browser has to sign, or the sealed secret that waits for its first code. */
    challenge: text().notNull(),
    attempts: integer().notNull().default(0),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (table) => [index('challenges_account').on(table.accountId), index('challenges_expires').on(table.expiresAt)],
);

/** An app that shows codes: one for each account. */
export const totpFactors = sqliteTable('totp_factors', {
  accountId: text()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  /** Sealed: the database alone opens nothing. */
  secret: text().notNull(),
  createdAt: integer().notNull(),
});

/** Steps of 30 seconds whose code was used: each once. */
export const totpUses = sqliteTable(
  'totp_uses',
  {
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    step: integer().notNull(),
    usedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.step] }), index('totp_uses_used').on(table.usedAt)],
);

export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    /** Keyed hash of the code. */
    id: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: integer().notNull(),
    usedAt: integer(),
  },
  (table) => [index('recovery_codes_account').on(table.accountId)],
);

export const passkeys = sqliteTable(
  'passkeys',
  {
    /** The credential's id, base64url. */
    id: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** As its person calls it. */
    name: text().notNull(),
    publicKey: blob({ mode: 'buffer' }).notNull(),
    counter: integer().notNull(),
    transports: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    createdAt: integer().notNull(),
    usedAt: integer(),
  },
  (table) => [index('passkeys_account').on(table.accountId)],
);

/** A second factor that its person has lost: it falls after a wait that any sign-in stops. */
export const factorLosses = sqliteTable('factor_losses', {
  accountId: text()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  confirmedAt: integer().notNull(),
  liftsAt: integer().notNull(),
  /** Days that were announced by mail. */
  announced: integer().notNull().default(0),
});

/** A change of address, asked, then confirmed at the new address, then for some days undone from the old one. */
export const addressChanges = sqliteTable(
  'address_changes',
  {
    id: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    oldEmail: text().notNull(),
    newEmail: text().notNull(),
    newEmailKey: text().notNull(),
    askedAt: integer().notNull(),
    confirmedAt: integer(),
    undoneAt: integer(),
    /** Sealed: address, password hash and factors as they were, while the change can be undone. */
    before: text(),
  },
  (table) => [index('address_changes_account').on(table.accountId), index('address_changes_asked').on(table.askedAt)],
);

/** How often something was tried, under a keyed hash of what it was tried on: slows guessing down. */
export const attempts = sqliteTable(
  'attempts',
  {
    /** Keyed hash of the kind of attempt and of its account, network, or both. */
    subject: text().primaryKey(),
    failures: integer().notNull(),
    firstAt: integer().notNull(),
    lastAt: integer().notNull(),
    /** Until when the next one is refused. */
    waitUntil: integer().notNull(),
  },
  (table) => [index('attempts_last').on(table.lastAt)],
);

/** The keys under which networks are hashed where it is stored: one for each day, deleted with its row. */
export const networkKeys = sqliteTable('network_keys', {
  /** `2026-11-22`, UTC. */
  day: text().primaryKey(),
  /** 32 random bytes, base64url. */
  key: text().notNull(),
});

/** What somebody chose about mails that need a yes: appended, the newest of each kind counts. */
export const mailChoices = sqliteTable(
  'mail_choices',
  {
    id: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['newsletter', 'product-mail', 'surveys', 'employer-mail'] }).notNull(),
    wanted: integer({ mode: 'boolean' }).notNull(),
    chosenAt: integer().notNull(),
    surface: text({ enum: ['account', 'unsubscribe', 'objection'] }).notNull(),
    /** Version of the privacy notice whose words asked. */
    privacyVersion: integer().notNull(),
  },
  (table) => [index('mail_choices_account').on(table.accountId, table.kind, table.chosenAt)],
);

/** What happened to an account, for its person. */
export const activity = sqliteTable(
  'activity',
  {
    id: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    at: integer().notNull(),
    kind: text().notNull(),
    /** What the sentence of that kind names: kind of browser, country, masked address. */
    details: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
  },
  (table) => [index('activity_account').on(table.accountId, table.at), index('activity_at').on(table.at)],
);

/** An objection to a use that rests on a legitimate interest: answered by a person. */
export const objections = sqliteTable(
  'objections',
  {
    id: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    purpose: text().notNull(),
    reason: text().notNull(),
    madeAt: integer().notNull(),
    /** The day until which the law wants an answer. */
    dueAt: integer().notNull(),
    withdrawnAt: integer(),
  },
  (table) => [index('objections_account').on(table.accountId)],
);

/** Copies that people asked for: the file lies in the file store. */
export const dataExports = sqliteTable(
  'data_exports',
  {
    id: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    bytes: integer().notNull(),
    downloadedAt: integer(),
  },
  (table) => [index('data_exports_account').on(table.accountId), index('data_exports_expires').on(table.expiresAt)],
);

/** What is left of a deleted account: that there was one, and when it went. No route of the site reads it. */
export const erasureArchive = sqliteTable(
  'erasure_archive',
  {
    /** HMAC of the address under a key outside the database. */
    subject: text().notNull(),
    erasedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.erasedAt] }), index('erasure_archive_erased').on(table.erasedAt)],
);

/** Mails: written in the batch of their cause, sent at least once, never twice for one key. */
export const mails = sqliteTable(
  'mails',
  {
    id: text().primaryKey(),
    /** Deterministic, and without anybody's data: `<kind>/<entity>/<period>`. */
    key: text().notNull().unique(),
    kind: text().notNull(),
    accountId: text().references(() => accounts.id, { onDelete: 'set null' }),
    /** Keyed hash of the address: for budgets, suppression, and erasure. */
    recipient: text().notNull(),
    /** `m…@e….org`: what staff see. */
    masked: text().notNull(),
    /** Address, facts and tokens, sealed; null once sent, expired, or too old. */
    sealed: text(),
    language: text().notNull(),
    /** False: its recipient did not ask for it, and it counts against the budgets. */
    askedFor: integer({ mode: 'boolean' }).notNull(),
    /** Keyed hash of the network that caused it; forgotten after two days. */
    network: text(),
    state: text({ enum: ['waiting', 'sent', 'dead', 'held', 'expired'] }).notNull(),
    createdAt: integer().notNull(),
    /** Not to be sent before. */
    dueAt: integer().notNull(),
    /** Not to be sent after. */
    expiresAt: integer().notNull(),
    sentAt: integer(),
    tries: integer().notNull().default(0),
    leaseOwner: text(),
    leaseUntil: integer().notNull().default(0),
    /** What the mail server said last, in our words. */
    trouble: text(),
  },
  (table) => [
    index('mails_due').on(table.dueAt).where(sql`${table.state} = 'waiting'`),
    index('mails_recipient').on(table.recipient, table.createdAt),
    index('mails_network').on(table.network, table.createdAt).where(sql`${table.network} is not null`),
    index('mails_account').on(table.accountId),
    index('mails_kept').on(table.expiresAt).where(sql`${table.sealed} is not null`),
    index('mails_created').on(table.createdAt),
  ],
);

/** Addresses at which mail bounced or was complained about, by their keyed hash. */
export const mailSuppressions = sqliteTable(
  'mail_suppressions',
  {
    recipient: text().primaryKey(),
    reason: text({ enum: ['bounce', 'complaint'] }).notNull(),
    at: integer().notNull(),
  },
  (table) => [index('mail_suppressions_at').on(table.at)],
);

/** Reports of the mail provider that were taken in: each counts once. */
export const mailReports = sqliteTable('mail_reports', { id: text().primaryKey(), receivedAt: integer().notNull() }, (table) => [
  index('mail_reports_received').on(table.receivedAt),
]);
