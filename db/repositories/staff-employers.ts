import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { hasPage } from '#db/repositories/employers.ts';
import { isNotSuspended } from '#db/repositories/suspensions.ts';

/** An employer, as administrators see it in a list. */
export interface ListedEmployer {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: 'active' | 'suspended';
  readonly source: string | null;
  readonly verifiedDomain: string | null;
  readonly openJobs: number;
  readonly members: number;
  /** The employer that took its place. */
  readonly mergedInto: string | null;
  /** Whether the public can open its page: 1 or 0. */
  readonly hasPage: number;
  /** Whether everybody who owns it is suspended: 1 or 0. */
  readonly isUnattended: number;
}

interface Wanted {
  readonly words: string;
  readonly limit: number;
  readonly now: number;
}

export type StaffEmployersRepository = ReturnType<typeof staffEmployersRepository>;

/** Employers with a page, by the letters of their names. */
export function staffEmployersRepository(db: Database) {
  return {
    find: ({ words, limit, now }: Wanted): Promise<readonly ListedEmployer[]> =>
      db.all<ListedEmployer>(sql`
        with e as materialized (${listed(words, limit)})
        select e.id, e.slug, e.name, e.status, s.name as source, e.verified_domain as "verifiedDomain", m.name as "mergedInto",
          (select count(*) from jobs as j where j.employer_seq = e.seq and j.status = 'published' and j.public_from <= ${now} and j.public_until > ${now}) as "openJobs",
          (select count(*) from employer_members as p where p.employer_seq = e.seq) as members,
          (${hasPage('e')}) as "hasPage", e.unattended as "isUnattended"
        from e left join sources as s on s.id = e.source_id left join employers as m on m.seq = e.merged_into
        order by ${ORDER}`),
  };
}

const ORDER = sql`e.status = 'active', unattended = 0, e.name_key, e.seq`;

/** Chosen before their ads are counted: that takes a look at every one of them. */
function listed(words: string, limit: number): SQL {
  const wanted =
    words === ''
      ? sql`(e.status = 'suspended' or e.source_id is null)`
      : sql`(instr(lower(e.name), lower(${words})) > 0 or e.id = ${words})`;
  return sql`select e.*, ${IS_UNATTENDED} as unattended from employers as e where e.unlisted = 0 and ${wanted} order by ${ORDER} limit ${limit}`;
}

const IS_UNATTENDED = sql`(
  exists (select 1 from employer_members as o where o.employer_seq = e.seq and o.role = 'owner')
  and not exists (select 1 from employer_members as o where o.employer_seq = e.seq and o.role = 'owner' and ${isNotSuspended(sql`o.account_id`)}))`;
