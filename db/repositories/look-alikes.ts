import { and, isNotNull, ne, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { employers } from '#db/schema/tables.ts';
import { domainSkeleton, skeletonOf } from '#worker/employers/model/look-alike.ts';

export interface LookAlikeAsked {
  /** The employer's own row, which it may look like. */
  readonly seq: number;
  readonly name: string;
  /** Of its web site, or the one that it wants to prove. */
  readonly domain: string | null;
  /** The domain was proven: another may have proven it, too. Whoever only names it may be anybody. */
  readonly isProven: boolean;
}

export interface LookAlike {
  readonly field: 'name' | 'website';
  /** The verified domain or name that a reader could take it for. */
  readonly like: string;
}

export type LookAlikesRepository = ReturnType<typeof lookAlikesRepository>;

/** Verified employers that another could be taken for. */
export function lookAlikesRepository(db: Database) {
  return { find: (asked: LookAlikeAsked) => find(db, asked) };
}

/** Compared in memory: verified employers are few, and what a reader sees is no question for SQL. */
async function find(db: Database, { seq, name, domain, isProven }: LookAlikeAsked): Promise<LookAlike | null> {
  const verified = await db
    .select({ name: employers.name, domain: sql<string>`${employers.verifiedDomain}` })
    .from(employers)
    .where(and(isNotNull(employers.verifiedDomain), ne(employers.seq, seq), sql`${employers.mergedInto} is null`));
  const seen = domain === null ? null : domainSkeleton(domain);
  const isTheirs = (one: { readonly domain: string }) => isProven && one.domain === domain;
  const other = verified.find((one) => seen !== null && !isTheirs(one) && domainSkeleton(one.domain) === seen);
  if (other !== undefined) return { field: 'website', like: other.domain };
  const called = skeletonOf(name);
  const namesake = verified.find((one) => !isTheirs(one) && skeletonOf(one.name) === called);
  return namesake === undefined ? null : { field: 'name', like: namesake.name };
}
