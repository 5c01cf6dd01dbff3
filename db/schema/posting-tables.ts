import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from '#db/schema/account-tables.ts';
import { employers } from '#db/schema/tables.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import type { DraftFields, PostContent } from '#worker/posts/model/post-content.ts';
import type { PostState } from '#worker/posts/model/post-state.ts';

/**
 * What somebody writes to be published. The public sees `jobs`, under the same id: the last approved revision is written there. Everything
 * that its author still changes stays here.
 */
export const posts = sqliteTable(
  'posts',
  {
    id: text().primaryKey(),
    kind: text({ enum: ['job', 'gig'] }).notNull(),
    state: text().$type<PostState>().notNull(),
    stateSince: integer().notNull(),
    /** Who began it; null for a guest, and once that account is gone. */
    accountId: text().references(() => accounts.id, { onDelete: 'set null' }),
    /** Whose post it is, for members of an employer; null for a guest and for somebody's own advert. */
    employerSeq: integer().references(() => employers.seq),
    /** A guest's address, sealed about the post's id; null for members. */
    guestAddress: text(),
    /** Keyed hash of that address, as mails carry it. */
    guestHash: text(),
    guestConfirmedAt: integer(),
    /** SHA-256 of what the browser holds that began it signed out; null once confirmed or taken into an account. */
    draftKey: text(),
    language: text().notNull(),
    /** What is being written; null where nothing differs from the newest revision. */
    draft: text({ mode: 'json' }).$type<DraftFields>(),
    /** Counts savings: whoever saves names the one that was read. */
    draftVersion: integer().notNull().default(0),
    /** The revision that the public sees, or saw last. */
    publicRevisionId: text(),
    /** The revision that waits for a decision. */
    waitingRevisionId: text(),
    /** When it was first public, or will be: never renewed. */
    postedAt: integer(),
    /** When it leaves the public by itself; null while it never was public. */
    expiresAt: integer(),
    /** Warnings of that end that were sent. */
    warnings: integer().notNull().default(0),
    /** The post that it was copied from. */
    copiedFrom: text(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (table) => [
    index('posts_account').on(table.accountId, table.updatedAt),
    index('posts_employer').on(table.employerSeq, table.updatedAt),
    index('posts_guest').on(table.guestHash).where(sql`${table.guestHash} is not null`),
    uniqueIndex('posts_draft_key').on(table.draftKey).where(sql`${table.draftKey} is not null`),
    index('posts_state').on(table.state, table.updatedAt),
    index('posts_waiting').on(table.waitingRevisionId).where(sql`${table.waitingRevisionId} is not null`),
    index('posts_expires').on(table.expiresAt).where(sql`${table.state} = 'published'`),
  ],
);

/** A post as it was submitted, or as a moderator edited it: never changed but for what was decided on it. */
export const postRevisions = sqliteTable(
  'post_revisions',
  {
    id: text().primaryKey(),
    postId: text()
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    /** 1 for the first of its post. */
    number: integer().notNull(),
    content: text({ mode: 'json' }).$type<PostContent>().notNull(),
    state: text({ enum: ['waiting', 'approved', 'rejected', 'replaced', 'withdrawn'] }).notNull(),
    flags: text({ mode: 'json' }).$type<readonly FlagRaised[]>().notNull(),
    submittedAt: integer().notNull(),
    decidedAt: integer(),
    /** For a moderator's edit: the revision as its author had submitted it. */
    editedFrom: text(),
  },
  (table) => [uniqueIndex('post_revisions_number').on(table.postId, table.number)],
);

/** Every change of a post's state: who, when, from, to, why. */
export const postLog = sqliteTable(
  'post_log',
  {
    id: text().primaryKey(),
    postId: text()
      .notNull()
      .references(() => posts.id, { onDelete: 'cascade' }),
    at: integer().notNull(),
    by: text({ enum: ['author', 'guest', 'moderator', 'board', 'time'] }).notNull(),
    /** The member of the employer who did it; staff stand in the audit log alone. */
    accountId: text().references(() => accounts.id, { onDelete: 'set null' }),
    from: text().$type<PostState>(),
    to: text().$type<PostState>().notNull(),
    /** What happened, an id of `worker/posts/model/post-log-kinds.ts`. */
    what: text().notNull(),
    /** What its author is told of the reason, where there is one. */
    why: text(),
  },
  (table) => [index('post_log_post').on(table.postId, table.at), index('post_log_account').on(table.accountId)],
);

/** How often an ad was opened, its contact shown, its outside link followed: totals of a day, counted at the server without identity. */
export const postCounts = sqliteTable(
  'post_counts',
  {
    jobId: text().notNull(),
    /** `2026-11-22`, UTC. */
    day: text().notNull(),
    what: text({ enum: ['view', 'reveal', 'leave', 'relay'] }).notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.day, table.what] })],
);

/** What a post said, as a keyed hash of its employer and text: so that a relisting keeps its date, also after a purge. */
export const postFingerprints = sqliteTable(
  'post_fingerprints',
  {
    fingerprint: text().primaryKey(),
    postId: text().notNull(),
    postedAt: integer().notNull(),
    /** When it left the public; null while it is there. */
    leftAt: integer(),
  },
  (table) => [index('post_fingerprints_left').on(table.leftAt), index('post_fingerprints_post').on(table.postId)],
);

/** Pictures that people gave, made anew by us: the bytes lie in the file store under `pictures/{id}`. */
export const pictures = sqliteTable(
  'pictures',
  {
    id: text().primaryKey(),
    employerSeq: integer().references(() => employers.seq),
    postId: text().references(() => posts.id, { onDelete: 'cascade' }),
    type: text({ enum: ['image/png', 'image/jpeg', 'image/webp'] }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    createdAt: integer().notNull(),
    /** Since when nothing shows it: its file goes with the next round. */
    replacedAt: integer(),
  },
  (table) => [
    index('pictures_employer').on(table.employerSeq),
    index('pictures_post').on(table.postId),
    index('pictures_replaced').on(table.replacedAt).where(sql`${table.replacedAt} is not null`),
  ],
);

/** Who works for an employer on this board. */
export const employerMembers = sqliteTable(
  'employer_members',
  {
    employerSeq: integer()
      .notNull()
      .references(() => employers.seq),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    role: text({ enum: ['owner', 'recruiter'] }).notNull(),
    since: integer().notNull(),
    /** The registrable domain at which this person proved an address ("works at example.com"). */
    worksAt: text(),
  },
  (table) => [primaryKey({ columns: [table.employerSeq, table.accountId] }), index('employer_members_account').on(table.accountId)],
);

/** Somebody is asked by mail to work for an employer. */
export const employerInvitations = sqliteTable(
  'employer_invitations',
  {
    id: text().primaryKey(),
    employerSeq: integer()
      .notNull()
      .references(() => employers.seq),
    /** As it was typed by whoever invites. */
    email: text().notNull(),
    emailKey: text().notNull(),
    role: text({ enum: ['owner', 'recruiter'] }).notNull(),
    invitedBy: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (table) => [
    uniqueIndex('employer_invitations_address').on(table.employerSeq, table.emailKey),
    index('employer_invitations_expires').on(table.expiresAt),
    index('employer_invitations_by').on(table.invitedBy),
  ],
);

/** A domain that is being proven, or was: by mail to a standard address, by a DNS record, by a file. */
export const domainProofs = sqliteTable(
  'domain_proofs',
  {
    id: text().primaryKey(),
    employerSeq: integer()
      .notNull()
      .references(() => employers.seq),
    accountId: text().references(() => accounts.id, { onDelete: 'set null' }),
    /** Registrable, in its ASCII form: `example.com`. */
    domain: text().notNull(),
    way: text({ enum: ['mail', 'dns', 'file'] }).notNull(),
    /** For mail: the local part that was written to, such as `postmaster`, or the person's own. */
    mailbox: text(),
    /** What the DNS record or the file has to say; random, and no secret. */
    challenge: text().notNull(),
    /** The asker is no member yet: proving it claims an employer that an import has made, or that nobody owns. */
    claims: integer({ mode: 'boolean' }).notNull(),
    askedAt: integer().notNull(),
    expiresAt: integer().notNull(),
    provenAt: integer(),
    /** For a claim on an employer with members: until when these may object. */
    noticeUntil: integer(),
    checkedAt: integer(),
    /** Failed checks in a row, of a proof that once held. */
    failures: integer().notNull().default(0),
    /** When the mark was taken away, the claim refused, or another proof took its place. */
    endedAt: integer(),
  },
  (table) => [
    index('domain_proofs_employer').on(table.employerSeq),
    index('domain_proofs_domain').on(table.domain),
    index('domain_proofs_expires').on(table.expiresAt),
    index('domain_proofs_account').on(table.accountId),
  ],
);

/** What an employer with public posts wants to call itself: public once a moderator has looked. */
export const employerChanges = sqliteTable('employer_changes', {
  employerSeq: integer()
    .primaryKey()
    .references(() => employers.seq),
  id: text().notNull().unique(),
  wanted: text({ mode: 'json' }).$type<Readonly<Record<string, string | null>>>().notNull(),
  askedBy: text().references(() => accounts.id, { onDelete: 'set null' }),
  askedAt: integer().notNull(),
});

/** Two employers that a moderator made one: undone from what stands here, for 30 days. */
export const employerMerges = sqliteTable(
  'employer_merges',
  {
    id: text().primaryKey(),
    fromSeq: integer()
      .notNull()
      .references(() => employers.seq),
    intoSeq: integer()
      .notNull()
      .references(() => employers.seq),
    at: integer().notNull(),
    /** Ids of what was moved: `{ jobs, posts, members, pictures }`. */
    moved: text({ mode: 'json' }).$type<Readonly<Record<string, readonly string[]>>>().notNull(),
    undoneAt: integer(),
  },
  (table) => [
    index('employer_merges_from').on(table.fromSeq),
    index('employer_merges_into').on(table.intoSeq),
    index('employer_merges_at').on(table.at),
  ],
);

/** How many contacts a network was shown today, under keyed hashes of it. */
export const revealBudgets = sqliteTable(
  'reveal_budgets',
  {
    /** Keyed hash of the network and its width, under the key of the day. */
    subject: text().primaryKey(),
    used: integer().notNull(),
    firstAt: integer().notNull(),
    lastAt: integer().notNull(),
  },
  (table) => [index('reveal_budgets_last').on(table.lastAt)],
);

/** A message to the contact of a post, written in the relay form: kept until it was handed on. */
export const relayMessages = sqliteTable(
  'relay_messages',
  {
    id: text().primaryKey(),
    postId: text().notNull(),
    /** Name, address and words of the sender, and the address it goes to: sealed about the id. */
    sealed: text().notNull(),
    /** Keyed hash of the address that it goes to, and of the sender's. */
    recipient: text().notNull(),
    sender: text().notNull(),
    /** Keyed hash of the network it came from; forgotten after two days. */
    network: text(),
    /** Null until the sender has confirmed the address by the link in a mail. */
    confirmedAt: integer(),
    createdAt: integer().notNull(),
  },
  (table) => [
    index('relay_messages_created').on(table.createdAt),
    index('relay_messages_recipient').on(table.recipient, table.createdAt),
    index('relay_messages_network').on(table.network, table.createdAt),
    index('relay_messages_post').on(table.postId, table.createdAt),
  ],
);

/** Outside links of public posts: looked at when they are submitted, and every week. */
export const linkChecks = sqliteTable(
  'link_checks',
  {
    jobId: text().notNull(),
    url: text().notNull(),
    checkedAt: integer().notNull(),
    failures: integer().notNull().default(0),
    /** What was wrong, in our words; null when well. */
    trouble: text(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.url] }), index('link_checks_checked').on(table.checkedAt)],
);
