import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { EmploymentType, JobDetails } from '#worker/jobs/model/job-posting.ts';
import { LIFETIME_MS } from '#worker/jobs/model/lifetime.ts';

/** Where imported ads come from. Times everywhere are UTC milliseconds. */
export const sources = sqliteTable('sources', {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  firstImportedAt: integer().notNull(),
  lastImportedAt: integer().notNull(),
  /** Days by which the dates of its ads are moved: from the day its file was taken to the first import. */
  datesMovedDays: integer().notNull().default(0),
});

export const employers = sqliteTable(
  'employers',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    /** The folded name: one employer per name and source. */
    nameKey: text().notNull(),
    website: text(),
    status: text({ enum: ['active', 'suspended'] })
      .notNull()
      .default('active'),
    /** Null for employers that were not made by an import. */
    sourceId: text().references(() => sources.id),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
    /** Markdown. */
    about: text(),
    /** A guest, or somebody who offers work of their own: a name without a page, whose slug is its id and is shown to nobody. */
    unlisted: integer({ mode: 'boolean' }).notNull().default(false),
    /** Where it works: names of towns, regions or countries, as they are shown. */
    places: text({ mode: 'json' }).$type<readonly string[]>(),
    /** `pictures.id` */
    logoId: text(),
    /** The registrable domain that was proven, and since when; null for one that is not verified. */
    verifiedDomain: text(),
    verifiedAt: integer(),
    verifiedBy: text({ enum: ['mail', 'dns', 'file'] }),
    /** The employer that took its place when two were merged. */
    mergedInto: integer(),
  },
  (table) => [
    uniqueIndex('employers_source_name').on(table.sourceId, table.nameKey),
    index('employers_own_name').on(table.nameKey).where(sql`${table.sourceId} is null`),
    index('employers_unlisted').on(table.unlisted).where(sql`${table.unlisted} = 1`),
    index('employers_verified_domain').on(table.verifiedDomain).where(sql`${table.verifiedDomain} is not null`),
    check('employers_status', sql`${table.status} in ('active', 'suspended')`),
  ],
);

/**
 * The ad's own end, or that of its lifetime, whichever is first.
 * Generating a migration of a change drops the column, which its index forbids: write `DROP INDEX` before and `CREATE INDEX` after by hand.
 */
const PUBLIC_UNTIL = sql.raw(
  `(min(coalesce(valid_through, ${Number.MAX_SAFE_INTEGER}), max(published_at, coalesce(carried_at, 0)) + ${LIFETIME_MS}))`,
);

export const jobs = sqliteTable(
  'jobs',
  {
    /** Row id of the search index; never leaves the database. */
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    slug: text().notNull(),
    kind: text({ enum: ['job', 'gig'] }).notNull(),
    status: text({ enum: ['published', 'stopped'] }).notNull(),
    title: text().notNull(),
    language: text().notNull(),
    employerSeq: integer()
      .notNull()
      .references(() => employers.seq),
    category: text().notNull(),
    employmentTypes: text({ mode: 'json' }).$type<readonly EmploymentType[]>().notNull(),
    skills: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    /** Null: not remote. `partly` keeps an office; `countries` empty means anywhere. */
    remote: text({ enum: ['fully', 'partly'] }),
    remoteCountries: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    salaryCurrency: text(),
    /** Minor units for one period. */
    salaryMin: integer(),
    salaryMax: integer(),
    salaryPeriod: text({ enum: ['hour', 'day', 'week', 'month', 'year'] }),
    /** The best the ad offers, in minor units a year: what floors and the salary sort compare. */
    salaryYearly: integer(),
    postedAt: integer().notNull(),
    publishedAt: integer().notNull(),
    /** Last moment of applying, where the ad names one. */
    validThrough: integer(),
    stoppedAt: integer(),
    applyBy: text({ enum: ['url', 'mail', 'here', 'reference'] }).notNull(),
    applyUrl: text(),
    referenceId: text(),
    sourceId: text().references(() => sources.id),
    /** The source's own key of the ad. */
    sourceKey: text(),
    /** SHA-256 of everything an import says of the ad: a repeat with the same hash is no change. */
    contentHash: text(),
    /** When the source last carried the ad: no change of the ad. */
    carriedAt: integer(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
    /** Markdown, contact details taken out. One of the last stored columns: those before it are then read without its pages. */
    description: text().notNull(),
    /** What only some ads say; null for none. */
    details: text({ mode: 'json' }).$type<JobDetails>(),
    publicFrom: integer().notNull().generatedAlwaysAs(sql`(max(published_at, posted_at))`, { mode: 'virtual' }),
    publicUntil: integer().notNull().generatedAlwaysAs(PUBLIC_UNTIL, { mode: 'virtual' }),
  },
  (table) => [
    uniqueIndex('jobs_source_key').on(table.sourceId, table.sourceKey),
    index('jobs_employer').on(table.employerSeq, table.postedAt),
    index('jobs_updated').on(table.updatedAt, table.id),
    index('jobs_public_from').on(table.publicFrom),
    index('jobs_public_until').on(table.publicUntil),
    index('jobs_stopped').on(table.stoppedAt).where(sql`${table.status} = 'stopped'`),
    check('jobs_kind', sql`${table.kind} in ('job', 'gig')`),
    check('jobs_status', sql`${table.status} in ('published', 'stopped')`),
  ],
);

export const jobPlaces = sqliteTable(
  'job_places',
  {
    jobSeq: integer()
      .notNull()
      .references(() => jobs.seq, { onDelete: 'cascade' }),
    position: integer().notNull(),
    /** Gazetteer id of the town; null where no known place was named. */
    placeId: text(),
    name: text().notNull(),
    region: text(),
    /** `US.NY`. */
    regionCode: text(),
    country: text().notNull(),
    street: text(),
    postalCode: text(),
    lat: real(),
    lng: real(),
  },
  (table) => [primaryKey({ columns: [table.jobSeq, table.position] })],
);

/** Ads that are kept from the public by a moderator's word or for want of one, whatever their author or source does: in the view they are not there. */
export const withheldJobs = sqliteTable(
  'withheld_jobs',
  {
    jobSeq: integer()
      .primaryKey()
      .references(() => jobs.seq, { onDelete: 'cascade' }),
    /** `waiting`: imported, flagged, not decided yet. `frozen`: for a time, by a moderator. `removed`: by a decision. */
    why: text({ enum: ['waiting', 'frozen', 'removed'] }).notNull(),
    since: integer().notNull(),
    /** For `frozen`: until when at the latest. */
    endsAt: integer(),
  },
  (table) => [index('withheld_jobs_ends').on(table.endsAt).where(sql`${table.endsAt} is not null`)],
);

/** Contact details of an ad, kept apart from everything public: read by no public route, feed or index. */
export const jobContacts = sqliteTable(
  'job_contacts',
  {
    jobSeq: integer()
      .notNull()
      .references(() => jobs.seq, { onDelete: 'cascade' }),
    position: integer().notNull(),
    kind: text({ enum: ['mail', 'phone', 'messenger'] }).notNull(),
    value: text().notNull(),
    /** Whether it is the way to apply, rather than one found in the text. */
    forApplying: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobSeq, table.position] })],
);

/** What the search engines still have to look at. One row per entity: a further change moves it to the end, past every cursor. */
export const searchOutbox = sqliteTable(
  'search_outbox',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    kind: text({ enum: ['job'] }).notNull(),
    /** `jobs.seq` and `jobs.id`: the row may be gone when this is read. */
    entitySeq: integer().notNull(),
    entityId: text().notNull(),
    /** The change takes something away from the public: handled before all else. */
    erases: integer({ mode: 'boolean' }).notNull(),
    enqueuedAt: integer().notNull(),
  },
  (table) => [
    uniqueIndex('search_outbox_entity').on(table.entitySeq, table.kind),
    index('search_outbox_erasures').on(table.seq).where(sql`${table.erases} = 1`),
  ],
);

/** How far each engine has come, and who is feeding it. */
export const searchCursors = sqliteTable('search_cursors', {
  engine: text({ enum: ['embedded', 'meilisearch'] }).primaryKey(),
  seq: integer().notNull().default(0),
  erasedSeq: integer().notNull().default(0),
  /** Time up to which beginnings and ends by time alone were appended to the outbox. */
  timeReached: integer().notNull().default(0),
  leaseOwner: text(),
  leaseUntil: integer().notNull().default(0),
  /** Outcome of the last attempt: null when well, else a short reason. */
  trouble: text(),
});

/** One row per scheduled task and slot: a slot runs once. */
export const taskRuns = sqliteTable(
  'task_runs',
  {
    task: text().notNull(),
    slot: integer().notNull(),
    startedAt: integer().notNull(),
    finishedAt: integer(),
    outcome: text(),
  },
  (table) => [primaryKey({ columns: [table.task, table.slot] })],
);

/** One row per run of a retention rule that had its turn: the evidence that it ran, and what it found. */
export const retentionRuns = sqliteTable(
  'retention_runs',
  {
    rule: text().notNull(),
    /** The slot of the run: a run that is continued adds to its row. */
    slot: integer().notNull(),
    startedAt: integer().notNull(),
    finishedAt: integer(),
    /** What was looked at: everything whose period ended in this span. */
    spanFrom: integer().notNull(),
    spanUntil: integer().notNull(),
    counted: integer().notNull().default(0),
    deleted: integer().notNull().default(0),
    /** Since when the oldest of what is left has been kept; null where nothing is left. */
    oldestLeft: integer(),
  },
  (table) => [primaryKey({ columns: [table.rule, table.slot] }), index('retention_runs_started').on(table.startedAt)],
);

/** What the banner said, word for word, by the SHA-256 of it. */
export const consentNotices = sqliteTable('consent_notices', {
  hash: text().primaryKey(),
  version: integer().notNull(),
  language: text().notNull(),
  /** The notice as JSON: exactly the text that was hashed. */
  text: text().notNull(),
  /** The build that first published it. */
  build: text().notNull(),
  publishedAt: integer().notNull(),
});

/** One link for each act: HMAC over the link before and the record. It stays when retention removes the record. */
export const consentChain = sqliteTable('consent_chain', {
  seq: integer().primaryKey(),
  mac: text().notNull(),
});

/** What somebody chose about cookies: appended, never changed but for the two columns that the HMAC leaves out. */
export const consentRecords = sqliteTable(
  'consent_records',
  {
    seq: integer()
      .primaryKey()
      .references(() => consentChain.seq),
    /** The reference that a person can quote; opens nothing. */
    id: text().notNull().unique(),
    /** SHA-256 of the secret in the cookie `consent-secret`; null for a refusal without an earlier yes. */
    subject: text(),
    /** `id` of the record that this one replaces. */
    previousId: text(),
    act: text({ enum: ['accept_all', 'reject_all', 'save', 'withdraw', 'gpc', 'opt_out'] }).notNull(),
    surface: text({ enum: ['banner', 'panel', 'page', 'california'] }).notNull(),
    method: text({ enum: ['click', 'form', 'signal'] }).notNull(),
    /** Services with their revision: `counters:1`. */
    granted: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    refused: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    notice: text()
      .notNull()
      .references(() => consentNotices.hash),
    build: text().notNull(),
    /** ISO 3166-1 alpha-2, or `unknown`. */
    country: text().notNull(),
    gpc: integer({ mode: 'boolean' }).notNull(),
    givenAt: integer().notNull(),
    receivedAt: integer().notNull(),
    validUntil: integer().notNull(),
    /** Outside the HMAC: when a later record took its place. */
    replacedAt: integer(),
    /** Outside the HMAC: drops a repeat, and is forgotten after a day. */
    actKey: text().unique(),
  },
  (table) => [
    index('consent_records_subject').on(table.subject, table.seq).where(sql`${table.subject} is not null`),
    index('consent_records_valid_until').on(table.validUntil),
    index('consent_records_received').on(table.receivedAt).where(sql`${table.actKey} is not null`),
  ],
);

/** Totals of a day, after consent: no row says anything about one visit. */
export const counters = sqliteTable(
  'counters',
  {
    /** `2026-11-22`, UTC. */
    day: text().notNull(),
    page: text().notNull(),
    /** Empty for the page itself. */
    feature: text().notNull(),
    /** ISO 3166-1 alpha-2, or `unknown`. */
    country: text().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.page, table.feature, table.country] })],
);

/** Facts about this database: `state` (demonstration or live), `seeded`, `gazetteer`. */
export const facts = sqliteTable('facts', { name: text().primaryKey(), value: text().notNull() });

/** The gazetteer: towns, first-level regions and countries (GeoNames). */
export const places = sqliteTable('places', {
  id: text().primaryKey(),
  kind: text({ enum: ['town', 'region', 'country'] }).notNull(),
  name: text().notNull(),
  region: text(),
  regionCode: text(),
  country: text().notNull(),
  lat: real().notNull(),
  lng: real().notNull(),
  population: integer().notNull(),
});

/** Every folded name of a place, its own and others', for look-up and suggestions: one covering index answers both. */
export const placeNames = sqliteTable(
  'place_names',
  {
    name: text().notNull(),
    country: text().notNull(),
    /** How much the name counts among suggestions: more for a bigger place, far less for a name that is not its own. */
    weight: integer().notNull(),
    placeId: text().notNull(),
  },
  (table) => [uniqueIndex('place_names_look_up').on(table.name, table.country, table.weight, table.placeId)],
);
