import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { fromPublicJobs } from '#db/repositories/public-jobs.ts';
import { employers } from '#db/schema/tables.ts';

/** What the public may see of an employer. */
export interface PublicEmployer {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly website: string | null;
  /** Markdown. */
  readonly about: string | null;
  readonly places: readonly string[];
  /** `pictures.id` */
  readonly logoId: string | null;
  /** The domain that it proved, and since when. */
  readonly verified: { readonly domain: string; readonly since: number } | null;
  /** Nobody owns it here. */
  readonly isUnclaimed: boolean;
  readonly updatedAt: number;
}

/** As much as an address needs. `updatedAt`: the last change of the employer or of one of its public ads. */
export interface EmployerLink {
  readonly slug: string;
  readonly updatedAt: number;
}

export type EmployersRepository = ReturnType<typeof employersRepository>;

export function employersRepository(db: Database) {
  return {
    findPublic: (slug: string) => findPublic(db, slug),
    /** Where the page of one that was merged is now; null for every other. */
    movedTo: (slug: string) => movedTo(db, slug),
    /** One whose page is public, as somebody who claims it needs it. */
    claimable: (slug: string) => claimable(db, slug),
    links: (after: string, options: { readonly now: number; readonly limit: number }) => links(db, after, options),
    names: (slugs: readonly string[]) => names(db, slugs),
  };
}

/** Has a page: it came from a feed, or a moderator has approved something of it. */
export const hasPage = (employer: 'employers' | 'e') => {
  const column = (name: string) => sql.raw(`${employer}.${name}`);
  return sql`${column('status')} = 'active' and not ${column('unlisted')} and ${column('merged_into')} is null
  and (${column('source_id')} is not null or exists (select 1 from jobs where jobs.employer_seq = ${column('seq')}))`;
};

const HAS_PAGE = hasPage('employers');

const IS_OWNED = sql<number>`exists (select 1 from employer_members where employer_seq = ${employers.seq} and role = 'owner')`;

/** Null for an unknown or suspended employer, and for one that nobody has looked at yet: they answer alike. */
async function findPublic(db: Database, slug: string): Promise<PublicEmployer | null> {
  const { id, name, website, about, places, logoId, verifiedDomain, verifiedAt, updatedAt } = employers;
  const [employer] = await db
    .select({ id, slug: employers.slug, name, website, about, places, logoId, verifiedDomain, verifiedAt, updatedAt, isOwned: IS_OWNED })
    .from(employers)
    .where(and(eq(employers.slug, slug), HAS_PAGE));
  if (employer === undefined) return null;
  const { verifiedDomain: domain, verifiedAt: since, places: listed, isOwned, ...rest } = employer;
  return { ...rest, places: listed ?? [], isUnclaimed: isOwned === 0, verified: domain === null ? null : { domain, since: since ?? 0 } };
}

async function movedTo(db: Database, slug: string): Promise<string | null> {
  const [found] = await db.all<{ slug: string }>(sql`
    select target.slug from employers as gone join employers as target on target.seq = gone.merged_into
    where gone.slug = ${slug} and gone.status = 'active' and target.status = 'active' and not target.unlisted`);
  return found?.slug ?? null;
}

async function claimable(db: Database, slug: string) {
  const { seq, id, name, website } = employers;
  const [found] = await db
    .select({ seq, id, slug: employers.slug, name, website, hasPeople: IS_OWNED })
    .from(employers)
    .where(and(eq(employers.slug, slug), HAS_PAGE));
  return found === undefined ? null : { ...found, hasPeople: found.hasPeople === 1 };
}

/** Employers with a public ad, by slug, in pages: `after` is the last slug of the page before, or empty. */
async function links(
  db: Database,
  after: string,
  { now, limit }: { readonly now: number; readonly limit: number },
): Promise<readonly EmployerLink[]> {
  const rows = await db.all<EmployerLink>(sql`
    select employer.slug, max(employer.updated_at, employer.newest) as "updatedAt"
    from (
      select e.slug, e.updated_at, (select max(j.updated_at) from ${fromPublicJobs(now)} as j where j.employer_seq = e.seq) as newest
      from employers as e where e.slug > ${after}
    ) as employer
    where employer.newest is not null
    order by employer.slug limit ${limit}`);
  return rows.map(({ slug, updatedAt }) => ({ slug, updatedAt }));
}

/** The names of these employers, as far as they are public, by slug. */
async function names(db: Database, slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await db
    .select({ slug: employers.slug, name: employers.name })
    .from(employers)
    .where(and(sql`${employers.slug} in (select value from json_each(${JSON.stringify(slugs)}))`, eq(employers.status, 'active')))
    .orderBy(asc(employers.slug));
  return new Map(found.map(({ slug, name }) => [slug, name]));
}
