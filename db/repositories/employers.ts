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
    links: (after: string, options: { readonly now: number; readonly limit: number }) => links(db, after, options),
    names: (slugs: readonly string[]) => names(db, slugs),
  };
}

/** Null for an unknown or suspended employer: the two answer alike. */
async function findPublic(db: Database, slug: string): Promise<PublicEmployer | null> {
  const { id, name, website, about, updatedAt } = employers;
  const [employer] = await db
    .select({ id, slug: employers.slug, name, website, about, updatedAt })
    .from(employers)
    .where(and(eq(employers.slug, slug), eq(employers.status, 'active')));
  return employer ?? null;
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
