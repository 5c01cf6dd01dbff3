import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { EmploymentType } from '#worker/jobs/model/job-posting.ts';
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
  },
  (table) => [
    uniqueIndex('employers_source_name').on(table.sourceId, table.nameKey),
    uniqueIndex('employers_own_name').on(table.nameKey).where(sql`${table.sourceId} is null`),
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
    /** Markdown, contact details taken out. The last of the stored columns: the others are then read without its pages. */
    description: text().notNull(),
    publicFrom: integer().notNull().generatedAlwaysAs(sql`(max(published_at, posted_at))`, { mode: 'virtual' }),
    publicUntil: integer().notNull().generatedAlwaysAs(PUBLIC_UNTIL, { mode: 'virtual' }),
  },
  (table) => [
    uniqueIndex('jobs_source_key').on(table.sourceId, table.sourceKey),
    index('jobs_employer').on(table.employerSeq, table.postedAt),
    index('jobs_updated').on(table.updatedAt, table.id),
    index('jobs_public_from').on(table.publicFrom),
    index('jobs_public_until').on(table.publicUntil),
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
