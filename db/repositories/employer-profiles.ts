import { eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { activityStatements } from '#db/repositories/activity.ts';
import { type NewCase, openCaseStatements } from '#db/repositories/cases.ts';
import { worksFor } from '#db/repositories/employer-members.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { unshownLogosStatement } from '#db/repositories/pictures.ts';
import { employerChanges, employerMembers } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import type { EmployerPage } from '#worker/employers/model/employer-page.ts';
import { fold } from '#worker/kernel/text.ts';

/** Nobody works for more employers of their own making. */
const MOST_OWN = 20;

export interface NewEmployer {
  readonly id: string;
  readonly slug: string;
  readonly page: EmployerPage;
  readonly ownerId: string;
  readonly line: ActivityLine;
}

export interface ChangeAsked {
  /** Of the change, where it has to wait. */
  readonly id: string;
  readonly employerSeq: number;
  readonly wanted: EmployerPage;
  readonly askedBy: string;
  readonly case: NewCase;
  readonly line: ActivityLine;
}

export interface StoredPage {
  readonly page: EmployerPage;
  /** What waits for a moderator; null where nothing does. */
  readonly waiting: { readonly id: string; readonly page: EmployerPage; readonly askedAt: number } | null;
  /** Whether the page is public, or will be as soon as a post that waits is approved. */
  readonly isWatched: boolean;
  /** Whether the page is public now. */
  readonly hasPage: boolean;
}

export type EmployerProfilesRepository = ReturnType<typeof employerProfilesRepository>;

/** Employers that their own people have made. */
export function employerProfilesRepository(db: Database) {
  return {
    make: (made: NewEmployer) => make(db, made),
    find: (employerSeq: number) => find(db, employerSeq),
    change: (asked: ChangeAsked) => change(db, asked),
  };
}

/** `taken`: the slug is somebody's; `too-many`: this account has made enough. */
async function make(db: Database, { id, slug, page, ownerId, line }: NewEmployer): Promise<'made' | 'taken' | 'too-many'> {
  const { at: now } = line;
  const free = sql`not exists (select 1 from employers where slug = ${slug})`;
  const few = sql`(select count(*) from employer_members where account_id = ${ownerId} and role = 'owner') < ${MOST_OWN}`;
  const written = await runOrNothing(db, [
    orNothing(db, sql`${free} and ${few}`),
    db.insert(employers).values({ id, slug, ...columnsOf(page), createdAt: now, updatedAt: now }),
    db.run(sql`insert into ${employerMembers} (employer_seq, account_id, role, since)
      select seq, ${ownerId}, 'owner', ${now} from employers where id = ${id}`),
    ...activityStatements(db, line),
  ]);
  if (written) return 'made';
  const [taken] = await db.select({ slug: employers.slug }).from(employers).where(eq(employers.slug, slug));
  return taken === undefined ? 'too-many' : 'taken';
}

async function find(db: Database, employerSeq: number): Promise<StoredPage> {
  const { id, wanted, askedAt } = employerChanges;
  const [row] = await db
    .select({
      employer: employers,
      change: { id, wanted, askedAt },
      isWatched: sql<number>`${isWatched(sql`employers.seq`)}`,
      hasPage: sql<number>`${hasPage(sql`employers.seq`)}`,
    })
    .from(employers)
    .leftJoin(employerChanges, eq(employerChanges.employerSeq, employers.seq))
    .where(eq(employers.seq, employerSeq));
  if (row === undefined) throw new Error('An employer went while it was read.');
  const { employer, change } = row;
  return {
    page: pageOf(employer),
    waiting: change === null ? null : { id: change.id, page: pageIn(change.wanted), askedAt: change.askedAt },
    isWatched: row.isWatched === 1,
    hasPage: row.hasPage === 1,
  };
}

/** What nobody sees yet changes at once; what is public, or about to be, waits. Null where the asker owns the employer no more. */
async function change(db: Database, asked: ChangeAsked): Promise<'changed' | 'waits' | null> {
  const { id, employerSeq, wanted, askedBy, line } = asked;
  const isTheirs = sql`(${wanted.logoId} is null or exists (
    select 1 from pictures where id = ${wanted.logoId} and employer_seq = ${employerSeq} and post_id is null))`;
  const mayAsk = sql`${worksFor(sql`${employerSeq}`, { accountId: askedBy, role: 'owner' })} and ${isTheirs}`;
  const watched = isWatched(sql`${employerSeq}`);
  const changed = await runOrNothing(db, [
    orNothing(db, sql`${mayAsk} and not ${watched}`),
    db
      .update(employers)
      .set({ ...columnsOf(wanted), updatedAt: line.at })
      .where(eq(employers.seq, employerSeq)),
    unshownLogosStatement(db, { employerSeq: sql`${employerSeq}`, now: line.at }),
    ...activityStatements(db, line),
  ]);
  if (changed) return 'changed';
  const row = { id, employerSeq, wanted: textsOf(wanted), askedBy, askedAt: line.at };
  const waits = await runOrNothing(db, [
    orNothing(db, sql`${mayAsk} and ${watched}`),
    db.insert(employerChanges).values(row).onConflictDoUpdate({ target: employerChanges.employerSeq, set: row }),
    unshownLogosStatement(db, { employerSeq: sql`${employerSeq}`, now: line.at }),
    ...openCaseStatements(db, asked.case),
    ...activityStatements(db, line),
  ]);
  return waits ? 'waits' : null;
}

/** Whether the public sees an employer, or will once a moderator approves a post: its words are looked at first, then. */
function isWatched(employerSeq: SQL): SQL {
  return sql`(${hasPage(employerSeq)}
    or exists (select 1 from posts where posts.employer_seq = ${employerSeq} and posts.waiting_revision_id is not null))`;
}

/** It came from a feed, or something of it was approved. */
function hasPage(employerSeq: SQL): SQL {
  return sql`(exists (select 1 from jobs where jobs.employer_seq = ${employerSeq})
    or exists (select 1 from employers as e where e.seq = ${employerSeq} and e.source_id is not null))`;
}

function pageOf({ name, website, about, places, logoId }: typeof employers.$inferSelect): EmployerPage {
  return { name, website, about, places: places ?? [], logoId };
}

function columnsOf({ name, website, about, places, logoId }: EmployerPage) {
  return { name, nameKey: fold(name), website, about, places: places.length === 0 ? null : places, logoId };
}

/** As it waits: every field a text. */
function textsOf({ name, website, about, places, logoId }: EmployerPage): Readonly<Record<string, string | null>> {
  return { name, nameKey: fold(name), website, about, places: places.length === 0 ? null : JSON.stringify(places), logoId };
}

/** The page that somebody wants, from how it waits. */
export function pageIn(texts: Readonly<Record<string, string | null>>): EmployerPage {
  const { name, website = null, about = null, places = null, logoId = null } = texts;
  const listed: unknown = places === null ? [] : JSON.parse(places);
  const known = Array.isArray(listed) ? listed.filter((place): place is string => typeof place === 'string') : [];
  return { name: name ?? '', website, about, places: known, logoId };
}
