import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { openCaseStatements } from '#db/repositories/cases.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import type { StoredStatement } from '#db/repositories/statements.ts';
import { cases, statements } from '#db/schema/moderation-tables.ts';
import { employers } from '#db/schema/tables.ts';
import { newId } from '#worker/kernel/random.ts';

export interface Reopened {
  readonly statement: StoredStatement;
  readonly now: number;
}

export type ReversalsRepository = ReturnType<typeof reversalsRepository>;

/** Taking decisions back, for the batch of whatever reverses them. */
export function reversalsRepository(db: Database) {
  return {
    /** Breaks off where it was taken back before. */
    markStatements: (marked: { readonly id: string; readonly now: number }): readonly Statement[] => mark(db, marked),
    employerStatements: (restored: { readonly seq: number | null; readonly now: number }): readonly Statement[] => restore(db, restored),
    reopenStatements: (reopened: Reopened): readonly Statement[] => reopen(db, reopened),
  };
}

/** A freeze or removal that was ended a statement earlier in the batch carries the same moment already. */
function mark(db: Database, { id, now }: { readonly id: string; readonly now: number }): readonly Statement[] {
  return [
    orNothing(db, sql`exists (select 1 from statements where id = ${id} and (reversed_at is null or reversed_at = ${now}))`),
    db.update(statements).set({ reversedAt: now }).where(eq(statements.id, id)),
  ];
}

function restore(db: Database, { seq, now }: { readonly seq: number | null; readonly now: number }): readonly Statement[] {
  if (seq === null) return [];
  return [db.update(employers).set({ status: 'active', updatedAt: now }).where(eq(employers.seq, seq))];
}

/**
 * What was rejected, or changed, waits again in the words of its author, at the head of those who wait: where the post is still there and
 * nothing newer was handed in.
 */
function reopen(db: Database, { statement, now }: Reopened): readonly Statement[] {
  const { jobId, revisionId, restriction } = statement;
  if (jobId === null || revisionId === null) return [];
  const original = sql`(select coalesce(edited_from, id) from post_revisions where id = ${revisionId})`;
  const words = restriction === 'edited' ? original : sql`(select id from post_revisions where id = ${revisionId})`;
  const title = sql<string>`(select title from cases where job_id = ${jobId} and kind = 'post' order by opened_at desc limit 1)`;
  const mayReopen = sql`exists (select 1 from posts where id = ${jobId} and waiting_revision_id is null and ${words} is not null)`;
  const caseId = newId();
  return [
    ...openCaseStatements(db, { id: caseId, kind: 'post', jobId, revisionId, title: '', openedAt: now }),
    db.run(sql`
      update cases set priority = 1, title = coalesce(${title}, ''), revision_id = ${words},
        employer_seq = (select employer_seq from posts where id = ${jobId}) where id = ${caseId}`),
    db.delete(cases).where(sql`${cases.id} = ${caseId} and not ${mayReopen}`),
    db.run(sql`update post_revisions set state = 'waiting', decided_at = null where id = ${words} and ${mayReopen}`),
    db.run(sql`
      insert into post_log (id, post_id, at, "by", account_id, "from", "to", what, why)
      select ${newId()}, id, ${now}, 'moderator', null, state, iif(state in ('draft', 'rejected'), 'submitted', state), 'restored', null
      from posts where id = ${jobId} and waiting_revision_id is null`),
    db.run(sql`
      update posts set waiting_revision_id = ${words}, updated_at = ${now},
        state_since = iif(state in ('draft', 'rejected'), ${now}, state_since), state = iif(state in ('draft', 'rejected'), 'submitted', state)
      where id = ${jobId} and ${mayReopen}`),
  ];
}
