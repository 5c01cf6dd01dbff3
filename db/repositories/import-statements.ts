import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { ImportJob } from '#db/import/import-job.ts';
import { newId } from '#worker/kernel/random.ts';

export interface WriteBatch {
  readonly sourceId: string;
  readonly now: number;
  readonly jobs: readonly (ImportJob & { readonly id: string; readonly hash: string })[];
}

/** One parameter holds all rows of a statement: `value ->> 0` is a row's first column. The limit keeps SQLite from writing a row out as text again for each of its columns. */
function rows(values: readonly (readonly unknown[])[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(values)}) limit -1) as row`;
}

/** Each employer once per source. Where its slug is taken by another, it gets one with letters of its id. */
export function writeEmployers(db: Database, { sourceId, now, jobs }: WriteBatch) {
  const employers = [...new Map(jobs.map(({ employer }) => [employer.nameKey, employer])).values()].map((employer) => ({
    ...employer,
    id: newId(),
  }));
  const insert = (slugOf: (employer: { slug: string; id: string }) => string) =>
    db.run(sql`
      insert into employers (id, slug, name, name_key, website, source_id, created_at, updated_at)
      select row.value ->> 0, row.value ->> 1, row.value ->> 2, row.value ->> 3, row.value ->> 4, ${sourceId}, ${now}, ${now}
      from ${rows(employers.map((employer) => [employer.id, slugOf(employer), employer.name, employer.nameKey, employer.website]))}
      where true on conflict do nothing`);
  const websites = employers.flatMap(({ nameKey, website }) => (website === null ? [] : [[nameKey, website]]));
  const addWebsites = db.run(sql`
    update employers set website = row.value ->> 1, updated_at = ${now} from ${rows(websites)}
    where coalesce(employers.source_id, '') = ${sourceId} and employers.name_key = row.value ->> 0 and employers.website is null`);
  return [insert(({ slug }) => slug), insert(({ slug, id }) => `${slug}-${id.slice(0, 6)}`), addWebsites] as const;
}

const CONTENT = [
  'slug',
  'kind',
  'title',
  'description',
  'language',
  'category',
  'employment_types',
  'skills',
  'remote',
  'remote_countries',
  'salary_currency',
  'salary_min',
  'salary_max',
  'salary_period',
  'salary_yearly',
  'valid_through',
  'apply_by',
  'apply_url',
  'reference_id',
  'source_key',
  'content_hash',
] as const;

function content(job: WriteBatch['jobs'][number]): readonly unknown[] {
  return [
    job.slug,
    job.kind,
    job.title,
    job.description,
    job.language,
    job.category,
    job.employmentTypes,
    job.skills,
    job.remote,
    job.remoteCountries,
    job.salaryCurrency,
    job.salaryMin,
    job.salaryMax,
    job.salaryPeriod,
    job.salaryYearly,
    job.validThrough,
    job.applyBy,
    job.applyUrl,
    job.referenceId,
    job.key,
    job.hash,
  ];
}

/**
 * Adds new ads and changes those whose content differs; answers one row for each of these. An ad is never renewed: its days of posting
 * and publishing stay. One without a hash was stopped because its source no longer carried it: carried again, it is published again.
 * One that was stopped in another way stays stopped.
 */
export function writeJobs(db: Database, { sourceId, now, jobs }: WriteBatch) {
  const columns = sql.raw(CONTENT.join(', '));
  const values = sql.raw(CONTENT.map((_, at) => `row.value ->> ${at + 3}`).join(', '));
  const updates = sql.raw(CONTENT.map((name) => `${name} = excluded.${name}`).join(', '));
  return db.all(sql`
    insert into jobs (id, posted_at, employer_seq, ${columns}, status, published_at, source_id, carried_at, created_at, updated_at)
    select row.value ->> 0, coalesce(row.value ->> 1, ${now}), coalesce(employers.merged_into, employers.seq), ${values}, 'published', ${now}, ${sourceId}, ${now}, ${now}, ${now}
    from ${rows(jobs.map((job) => [job.id, job.postedAt, job.employer.nameKey, ...content(job)]))}
    cross join employers on coalesce(employers.source_id, '') = ${sourceId} and employers.name_key = row.value ->> 2
    where true
    on conflict (source_id, source_key) do update set
      ${updates}, employer_seq = excluded.employer_seq, posted_at = min(jobs.posted_at, excluded.posted_at),
      carried_at = excluded.carried_at, updated_at = excluded.updated_at,
      status = case when jobs.content_hash is null then 'published' else jobs.status end,
      stopped_at = case when jobs.content_hash is null then null else jobs.stopped_at end
    where jobs.content_hash is not excluded.content_hash
    returning created_at = updated_at as "isNew"`);
}

/** Places and contacts of the ads that were just written, in the place of their former ones. The plus keeps SQLite from walking all that the import has written. */
export function writePlacesAndContacts(db: Database, { sourceId, now, jobs }: WriteBatch) {
  const keys = JSON.stringify(jobs.map(({ key }) => key));
  const written = sql`select seq from jobs where source_id = ${sourceId} and +updated_at = ${now} and source_key in (select value from json_each(${keys}))`;
  const ofJob = sql`cross join jobs on jobs.source_id = ${sourceId} and jobs.source_key = row.value ->> 0 and +jobs.updated_at = ${now}`;
  const places = jobs.flatMap(({ key, places: list }) =>
    list.map((place, at) => [
      key,
      at,
      place.placeId,
      place.name,
      place.region,
      place.regionCode,
      place.country,
      place.street,
      place.postalCode,
      place.lat,
      place.lng,
    ]),
  );
  const contacts = jobs.flatMap(({ key, contacts: list }) =>
    list.map((contact, at) => [key, at, contact.kind, contact.value, contact.forApplying ? 1 : 0]),
  );
  return [
    db.run(sql`delete from job_places where job_seq in (${written})`),
    db.run(sql`delete from job_contacts where job_seq in (${written})`),
    db.run(sql`
      insert into job_places (job_seq, position, place_id, name, region, region_code, country, street, postal_code, lat, lng)
      select jobs.seq, row.value ->> 1, row.value ->> 2, row.value ->> 3, row.value ->> 4, row.value ->> 5, row.value ->> 6, row.value ->> 7,
        row.value ->> 8, row.value ->> 9, row.value ->> 10
      from ${rows(places)} ${ofJob}`),
    db.run(sql`
      insert into job_contacts (job_seq, position, kind, value, for_applying)
      select jobs.seq, row.value ->> 1, row.value ->> 2, row.value ->> 3, row.value ->> 4 from ${rows(contacts)} ${ofJob}`),
  ] as const;
}
