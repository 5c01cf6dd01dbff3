import { eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import type { Approval } from '#db/repositories/post-decisions.ts';
import { fingerprintStatements, postedAtStatement } from '#db/repositories/post-fingerprints.ts';
import { isNotSuspended } from '#db/repositories/suspensions.ts';
import { jobContacts, jobPlaces, jobs } from '#db/schema/tables.ts';
import { fold } from '#worker/kernel/text.ts';
import type { PublicAd } from '#worker/posts/model/public-ad.ts';

/**
 * Writes what was approved into the public ad of the same id, while the row in `posts` still has its state from before. An edit renews no date;
 * what was put in again begins a new time in public under its old date.
 */
export function adStatements(db: Database, approval: Approval): readonly BatchItem<'sqlite'>[] {
  const { postId, ad } = approval;
  const jobSeq = sql<number>`(select seq from jobs where id = ${postId})`;
  const places = ad.places.map((place, position) => ({ ...place, position, jobSeq }));
  const contacts = ad.contacts.map((contact, position) => ({ ...contact, position, jobSeq }));
  return [
    postedAtStatement(db, approval),
    ...ownEmployer(db, approval),
    adRow(db, approval),
    db.delete(jobPlaces).where(eq(jobPlaces.jobSeq, jobSeq)),
    db.delete(jobContacts).where(eq(jobContacts.jobSeq, jobSeq)),
    ...(places.length === 0 ? [] : [db.insert(jobPlaces).values(places)]),
    ...(contacts.length === 0 ? [] : [db.insert(jobContacts).values(contacts)]),
    ...fingerprintStatements(db, approval),
    newEnd(db, postId),
  ];
}

/** A guest, or somebody who offers work of their own: an employer for this ad alone, under its id; out of the public while its account is suspended. */
function ownEmployer(db: Database, { postId, ad: { offeredBy }, now }: Approval): readonly BatchItem<'sqlite'>[] {
  if (offeredBy === null) return [];
  const { name, website } = offeredBy;
  return [
    db.run(sql`
      insert into employers (id, slug, name, name_key, website, status, created_at, updated_at, unlisted)
      select id, id, ${name}, ${fold(name)}, ${website}, iif(${isNotSuspended(sql`posts.account_id`)}, 'active', 'suspended'), ${now}, ${now}, 1
      from posts where id = ${postId} and employer_seq is null
      on conflict (id) do update set name = excluded.name, name_key = excluded.name_key, website = excluded.website, updated_at = ${now}`),
  ];
}

function adRow(db: Database, { postId, ad, publishOn, now }: Approval): BatchItem<'sqlite'> {
  const state = sql`(select state from posts where id = ${postId})`;
  const begins = Math.max(now, publishOn ?? now);
  const content = columnsOf(ad);
  const employerSeq = sql<number>`coalesce((select employer_seq from posts where id = ${postId}), (select seq from employers where id = ${postId}))`;
  const status = sql<'published'>`iif(${state} = 'stopped', 'stopped', 'published')`;
  const postedAt = sql<number>`(select posted_at from posts where id = ${postId})`;
  const isNew = sql`(${state} = 'submitted' or jobs.published_at > ${now})`;
  return db
    .insert(jobs)
    .values({ id: postId, ...content, employerSeq, status, postedAt, publishedAt: begins, createdAt: now, updatedAt: now })
    .onConflictDoUpdate({
      target: jobs.id,
      set: {
        ...content,
        status,
        postedAt,
        publishedAt: sql`iif(${isNew}, ${begins}, jobs.published_at)`,
        stoppedAt: sql`iif(${state} = 'stopped', jobs.stopped_at, null)`,
        updatedAt: now,
      },
    });
}

function columnsOf({ places: _places, contacts: _contacts, offeredBy: _offeredBy, ...columns }: PublicAd) {
  return columns;
}

/** The author's own end, as the ad has it; of another end is warned anew. */
function newEnd(db: Database, postId: string): BatchItem<'sqlite'> {
  const end: SQL = sql`(select public_until from jobs where id = ${postId})`;
  return db.run(sql`update posts set warnings = iif(expires_at is ${end}, warnings, 0), expires_at = ${end} where id = ${postId}`);
}
