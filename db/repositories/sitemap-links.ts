import { sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { fromPublicJobs } from '#db/repositories/public-jobs.ts';

/** As much of an ad as an address needs. */
export interface JobLink {
  readonly id: string;
  readonly slug: string;
  readonly updatedAt: number;
}

/** Some of the public ads: those whose ids begin with `prefix`. Ids are random, so parts of the same length are of about one size. */
export interface SitemapPart {
  readonly prefix: string;
  /** The last change of an ad in it. */
  readonly updatedAt: number;
}

/** Sought for each part; ids are random, so that none comes near what a sitemap may hold. */
const MOST_IN_A_PART = 30_000;
const MOST_IN_A_SITEMAP = 50_000;
const LETTERS = 32;

export type SitemapLinksRepository = ReturnType<typeof sitemapLinksRepository>;

export function sitemapLinksRepository(db: Database) {
  return {
    /** The parts that hold every public ad, none of them above what one sitemap may carry. */
    async parts(now: number): Promise<readonly SitemapPart[]> {
      // All that are not over, which an index counts: a few more than are public do no harm here.
      const [{ total } = { total: 0 }] = await db.all<{ total: number }>(
        sql`select count(*) as total from jobs where public_until > ${now}`,
      );
      const length = Math.ceil(Math.log(Math.max(total, MOST_IN_A_PART) / MOST_IN_A_PART) / Math.log(LETTERS));
      return db.all<SitemapPart>(sql`
        select substr(j.id, 1, ${length}) as prefix, max(j.updated_at) as "updatedAt"
        from ${fromPublicJobs(now)} as j group by 1 order by 1`);
    },

    /** The ads of a part. */
    async links(prefix: string, now: number): Promise<readonly JobLink[]> {
      return db.all<JobLink>(sql`
        select j.id, j.slug, j.updated_at as "updatedAt" from ${fromPublicJobs(now)} as j
        where j.id >= ${prefix} and j.id < ${`${prefix}~`} order by j.id limit ${MOST_IN_A_SITEMAP}`);
    },
  };
}
