import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { employerChanges, employerMerges } from '#db/schema/posting-tables.ts';
import { employers, jobs } from '#db/schema/tables.ts';

export interface Merger {
  readonly id: string;
  readonly fromSeq: number;
  readonly intoSeq: number;
  readonly now: number;
}

export type EmployerMergesRepository = ReturnType<typeof employerMergesRepository>;

/** Two employers that become one, and two again. */
export function employerMergesRepository(db: Database) {
  return {
    mergeStatements: (merger: Merger) => mergeStatements(db, merger),
    /** The one that made an employer part of another. */
    ofEmployer: async (fromSeq: number) =>
      (
        await db
          .select()
          .from(employerMerges)
          .where(and(eq(employerMerges.fromSeq, fromSeq), isNull(employerMerges.undoneAt)))
      )[0] ?? null,
    undoStatements: (undone: Merger & { readonly since: number }) => undoStatements(db, undone),
  };
}

/**
 * Ads, posts and people go over; the rows of the people stay beside, so that an undo knows them: those who came by it are members of the other
 * since that very moment. What is suspended is not made public by it. Chains are not made: whoever was merged, or had another merged into it, is not merged again.
 */
function mergeStatements(db: Database, { id, fromSeq, intoSeq, now }: Merger): readonly Statement[] {
  const free = sql`${fromSeq} <> ${intoSeq}
    and (select count(*) from employers where seq in (${fromSeq}, ${intoSeq}) and merged_into is null and not unlisted
      and status = 'active') = 2
    and not exists (select 1 from employers where merged_into = ${fromSeq})`;
  const ids = (table: string) => sql`(select json_group_array(id) from ${sql.raw(table)} where employer_seq = ${fromSeq})`;
  return [
    orNothing(db, free),
    db.run(sql`insert into ${employerMerges} (id, from_seq, into_seq, at, moved)
      values (${id}, ${fromSeq}, ${intoSeq}, ${now}, json_object('jobs', ${ids('jobs')}, 'posts', ${ids('posts')}))`),
    db.update(jobs).set({ employerSeq: intoSeq, updatedAt: now }).where(eq(jobs.employerSeq, fromSeq)),
    db.run(sql`update posts set employer_seq = ${intoSeq} where employer_seq = ${fromSeq}`),
    db.run(sql`insert into employer_members (employer_seq, account_id, role, since, works_at)
      select ${intoSeq}, account_id, role, ${now}, works_at from employer_members where employer_seq = ${fromSeq}
      on conflict (employer_seq, account_id) do nothing`),
    db.delete(employerChanges).where(eq(employerChanges.employerSeq, fromSeq)),
    db.run(
      sql`update cases set state = 'withdrawn', decided_at = ${now} where employer_seq = ${fromSeq} and kind = 'employer' and state = 'open'`,
    ),
    db.update(employers).set({ mergedInto: intoSeq, updatedAt: now }).where(eq(employers.seq, fromSeq)),
  ];
}

/** `since`: older mergers stay. Of a post that went over, its ad comes back too where that was approved later. */
function undoStatements(db: Database, { id, fromSeq, intoSeq, now, since }: Merger & { readonly since: number }): readonly Statement[] {
  const merger = sql`(select 1 from employer_merges where id = ${id} and undone_at is null and at > ${since})`;
  const moved = (what: string) => sql`(select value from employer_merges as m, json_each(m.moved, ${`$.${what}`}) where m.id = ${id})`;
  return [
    orNothing(db, sql`exists ${merger}`),
    db
      .update(jobs)
      .set({ employerSeq: fromSeq, updatedAt: now })
      .where(sql`employer_seq = ${intoSeq} and (id in ${moved('jobs')} or id in ${moved('posts')})`),
    db.run(sql`update posts set employer_seq = ${fromSeq} where employer_seq = ${intoSeq} and id in ${moved('posts')}`),
    db.run(sql`delete from employer_members where employer_seq = ${intoSeq}
      and since = (select at from employer_merges where id = ${id})
      and account_id in (select account_id from employer_members where employer_seq = ${fromSeq})`),
    db.update(employers).set({ mergedInto: null, updatedAt: now }).where(eq(employers.seq, fromSeq)),
    db.update(employerMerges).set({ undoneAt: now }).where(eq(employerMerges.id, id)),
  ];
}
