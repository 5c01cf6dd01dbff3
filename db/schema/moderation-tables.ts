import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from '#db/schema/account-tables.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import type { StaffSubjectKind } from '#worker/staff/model/staff-acts.ts';

/** Whatever waits for a moderator, one row for each: the queue. */
export const cases = sqliteTable(
  'cases',
  {
    id: text().primaryKey(),
    /** `review`: published first, looked at after. `import`: an imported ad that was flagged and waits. `employer`: a change of its name or page. */
    kind: text({ enum: ['post', 'review', 'import', 'notice', 'appeal', 'employer', 'claim'] }).notNull(),
    /** 0 goes first: notices; then appeals, posts and everything else. */
    priority: integer().notNull(),
    state: text({ enum: ['open', 'decided', 'withdrawn'] }).notNull(),
    /** Of the post or imported ad: `jobs.id`, also after it is gone. */
    jobId: text(),
    /** The words that are to be decided on. */
    revisionId: text(),
    employerSeq: integer(),
    /** Of the notice, appeal, change or claim. */
    subjectId: text(),
    /** What the queue shows of it: the ad's title, or the employer's name. */
    title: text().notNull(),
    flags: text({ mode: 'json' }).$type<readonly FlagRaised[]>().notNull(),
    openedAt: integer().notNull(),
    /** A question that waits for the author, and when it was asked. */
    question: text(),
    askedAt: integer(),
    decidedAt: integer(),
    /** Staff pseudonym of whoever decided (`audit_actors`). */
    decidedBy: text(),
    /** `approved`, `rejected`, `edited`, `upheld` and the like. */
    outcome: text(),
  },
  (table) => [
    index('cases_queue').on(table.priority, table.openedAt, table.id).where(sql`${table.state} = 'open'`),
    index('cases_job').on(table.jobId),
    index('cases_employer').on(table.employerSeq),
    index('cases_decided').on(table.decidedAt),
    index('cases_subject').on(table.subjectId).where(sql`${table.subjectId} is not null`),
  ],
);

/** Somebody says that an ad is unlawful or breaks the rules (DSA 16): restricts nothing by itself. */
export const notices = sqliteTable(
  'notices',
  {
    id: text().primaryKey(),
    jobId: text().notNull(),
    /** The exact address that was named. */
    url: text().notNull(),
    /** An id of `worker/moderation/model/notice-grounds.ts`. */
    ground: text().notNull(),
    /** Name, address and explanation, sealed about the id. */
    sealed: text().notNull(),
    /** Keyed hash of the notifier's address; null where none has to be given, and until somebody has shown that the address is theirs. */
    notifier: text(),
    /** The account of whoever sent it signed in. */
    accountId: text().references(() => accounts.id, { onDelete: 'set null' }),
    goodFaith: integer({ mode: 'boolean' }).notNull(),
    /** Danger to life or safety was named (DSA 18). */
    danger: integer({ mode: 'boolean' }).notNull(),
    language: text().notNull(),
    receivedAt: integer().notNull(),
    decidedAt: integer(),
    outcome: text({ enum: ['restricted', 'kept', 'already-gone', 'abusive'] }),
    /** What the notifier was told. */
    answer: text(),
  },
  (table) => [
    index('notices_job').on(table.jobId),
    index('notices_notifier').on(table.notifier, table.receivedAt),
    index('notices_received').on(table.receivedAt),
    index('notices_account').on(table.accountId),
  ],
);

/** Whoever sends notices that are manifestly unfounded is slowed for a time, and told so (DSA 23). */
export const noticeSlowdowns = sqliteTable('notice_slowdowns', {
  /** Keyed hash of the notifier's address. */
  notifier: text().primaryKey(),
  unfounded: integer().notNull(),
  lastAt: integer().notNull(),
  slowedUntil: integer(),
});

/** A statement of reasons (DSA 17) for each decision that restricts, in the EU's own vocabulary. */
export const statements = sqliteTable(
  'statements',
  {
    /** Also the `puid` of the EU's database. */
    id: text().primaryKey(),
    jobId: text(),
    employerSeq: integer(),
    revisionId: text(),
    caseId: text(),
    noticeId: text(),
    /** Whom it restricts: the account, or the keyed hash of a guest's address. */
    accountId: text().references(() => accounts.id, { onDelete: 'set null' }),
    recipient: text(),
    /** `rejected` before it was public, `frozen` for at most 72 hours, `removed`, `edited`, `suspended` for an employer. */
    restriction: text({ enum: ['rejected', 'frozen', 'removed', 'edited', 'suspended'] }).notNull(),
    /** Field by field as `StatementStoreRequest` names them; the vocabulary stands in `worker/moderation/model/eu-statement.ts`. */
    decisionGround: text({ enum: ['DECISION_GROUND_ILLEGAL_CONTENT', 'DECISION_GROUND_INCOMPATIBLE_CONTENT'] }).notNull(),
    /** The law and why, where the ground is the law. */
    legalGround: text(),
    /** Ids of the board's rules that were broken. */
    rules: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    explanation: text().notNull(),
    facts: text().notNull(),
    category: text().notNull(),
    keywords: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    contentLanguage: text(),
    contentAt: integer(),
    appliedAt: integer().notNull(),
    endsAt: integer(),
    source: text({ enum: ['SOURCE_ARTICLE_16', 'SOURCE_TRUSTED_FLAGGER', 'SOURCE_VOLUNTARY', 'SOURCE_TYPE_OTHER_NOTIFICATION'] }).notNull(),
    automatedDetection: integer({ mode: 'boolean' }).notNull(),
    /** Staff pseudonym of whoever decided. */
    decidedBy: text().notNull(),
    /** Until when an objection is taken. */
    objectionUntil: integer().notNull(),
    /** When it was taken back, by an objection or by the board itself. */
    reversedAt: integer(),
  },
  (table) => [
    index('statements_job').on(table.jobId),
    index('statements_account').on(table.accountId),
    index('statements_applied').on(table.appliedAt),
    index('statements_notice').on(table.noticeId),
  ],
);

/** An objection to a decision (DSA 20): of the author against a statement, or of the notifier against what became of a notice. */
export const appeals = sqliteTable(
  'appeals',
  {
    id: text().primaryKey(),
    statementId: text(),
    noticeId: text(),
    by: text({ enum: ['author', 'notifier'] }).notNull(),
    accountId: text().references(() => accounts.id, { onDelete: 'set null' }),
    /** The words of whoever objects, sealed about the id. */
    sealed: text().notNull(),
    madeAt: integer().notNull(),
    decidedAt: integer(),
    decidedBy: text(),
    outcome: text({ enum: ['reversed', 'upheld'] }),
    answer: text(),
  },
  (table) => [
    index('appeals_statement').on(table.statementId),
    index('appeals_notice').on(table.noticeId),
    index('appeals_account').on(table.accountId),
    index('appeals_made').on(table.madeAt),
  ],
);

/** A post as it was when somebody reported it or it was decided on: sealed, and opened for an objection alone. */
export const caseFiles = sqliteTable(
  'case_files',
  {
    id: text().primaryKey(),
    jobId: text().notNull(),
    sealed: text().notNull(),
    createdAt: integer().notNull(),
    /** The last decision or objection: its period is counted from there. */
    lastAt: integer().notNull(),
  },
  (table) => [index('case_files_job').on(table.jobId), index('case_files_last').on(table.lastAt)],
);

/** What staff did and looked at: appended, each line chained to the one before by an HMAC under a key outside the database. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    seq: integer().primaryKey(),
    /** `2026-11`, UTC. */
    segment: text().notNull(),
    at: integer().notNull(),
    /** Pseudonym (`audit_actors`). */
    actor: text().notNull(),
    /** An id of `worker/staff/model/staff-acts.ts`. */
    act: text().notNull(),
    /** What it was about: a kind and an id of ours (a person by pseudonym). */
    subjectKind: text().$type<StaffSubjectKind>().notNull(),
    subject: text().notNull(),
    /** An id of the list of reasons. */
    reason: text().notNull(),
    mac: text().notNull(),
  },
  (table) => [
    index('audit_log_actor').on(table.actor, table.at),
    index('audit_log_subject').on(table.subject),
    index('audit_log_segment').on(table.segment),
  ],
);

/** A month of it: of a closed one that was removed, the last HMAC and the count stay. */
export const auditSegments = sqliteTable('audit_segments', {
  segment: text().primaryKey(),
  firstSeq: integer().notNull(),
  count: integer().notNull(),
  lastMac: text().notNull(),
  closedAt: integer(),
  removedAt: integer(),
});

/** Whose pseudonym is whose; a row that is erased leaves the log as it is. */
export const auditActors = sqliteTable(
  'audit_actors',
  {
    pseudonym: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: integer().notNull(),
  },
  (table) => [index('audit_actors_account').on(table.accountId)],
);

/** Free words about a line, outside the chain, with a period of their own. */
export const auditNotes = sqliteTable(
  'audit_notes',
  {
    seq: integer().primaryKey(),
    note: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index('audit_notes_at').on(table.at)],
);

/** What was handed to somebody because the law demands it. */
export const disclosures = sqliteTable(
  'disclosures',
  {
    id: text().primaryKey(),
    /** Whose data; null once the account is gone. */
    accountId: text().references(() => accounts.id, { onDelete: 'set null' }),
    /** Keyed hash of the address, for people without an account. */
    recipient: text(),
    authority: text().notNull(),
    legalGround: text().notNull(),
    fields: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    at: integer().notNull(),
    /** The law forbids to tell the person, until then. */
    secretUntil: integer(),
    /** Staff pseudonym. */
    recordedBy: text().notNull(),
  },
  (table) => [
    index('disclosures_account').on(table.accountId),
    index('disclosures_recipient').on(table.recipient),
    index('disclosures_at').on(table.at),
  ],
);

/** Imported ads that were removed by a decision: whatever their source still carries, they do not come back. */
export const removedAds = sqliteTable(
  'removed_ads',
  {
    /** SHA-256 of the source's random id and its key of the ad: an import has no secret to key it with. */
    fingerprint: text().primaryKey(),
    removedAt: integer().notNull(),
  },
  (table) => [index('removed_ads_removed').on(table.removedAt)],
);
