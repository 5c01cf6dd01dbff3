import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import type { StoredStatement } from '#db/repositories/statements.ts';
import { liftStatements } from '#db/repositories/suspensions.ts';
import { statements } from '#db/schema/moderation-tables.ts';
import { employers } from '#db/schema/tables.ts';
import { newId } from '#worker/kernel/random.ts';
import { PRIORITIES } from '#worker/moderation/model/case-kinds.ts';

export interface Reopened {
  readonly statement: Pick<StoredStatement, 'jobId' | 'revisionId'>;
  readonly now: number;
}

export type ReversalsRepository = ReturnType<typeof reversalsRepository>;

/** Taking decisions back, for the batch of whatever reverses them. */
export function reversalsRepository(db: Database) {
  return {
    /** Breaks off where it was taken back before. */
    markStatements: (marked: { readonly id: string; readonly now: number }): readonly Statement[] => mark(db, marked),
    employerStatements: (restored: { readonly seq: number | null; readonly now: number }): readonly Statement[] => restore(db, restored),
    accountStatements: (restored: { readonly accountId: string | null; readonly now: number }): readonly Statement[] =>
      restored.accountId === null
        ? []
        : liftStatements(db, { accountId: restored.accountId, at: restored.now, kind: 'suspension-ended', details: {} }),
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
 * What was rejected, or changed, waits again in the words of its author, with what the checks had found, at the head of those who wait: where the
 * post is still there and nothing newer was handed in.
 */
function reopen(db: Database, { statement, now }: Reopened): readonly Statement[] {
  const { jobId, revisionId } = statement;
  if (jobId === null || revisionId === null) return [];
  const words = sql`(select coalesce(edited_from, id) from post_revisions where id = ${revisionId})`;
  const mayReopen = sql`exists (select 1 from posts where id = ${jobId} and waiting_revision_id is null and ${words} is not null
    and not exists (select 1 from post_revisions as newer where newer.post_id = posts.id and newer.state <> 'withdrawn'
      and newer.edited_from is not ${words} and newer.number > (select number from post_revisions where id = ${words})))`;
  return [
    db.run(sql`
      update cases set state = 'withdrawn', decided_at = ${now} where job_id = ${jobId} and state = 'open' and kind = 'review' and ${mayReopen}`),
    db.run(sql`
      insert into cases (id, kind, priority, state, job_id, revision_id, employer_seq, title, flags, opened_at)
      select ${newId()}, 'post', ${FIRST}, 'open', posts.id, r.id, posts.employer_seq, r.content ->> 'title', r.flags, ${now}
      from posts join post_revisions as r on r.id = ${words} where posts.id = ${jobId} and ${mayReopen}`),
    db.run(sql`update post_revisions set state = 'waiting', decided_at = null where id = ${words} and ${mayReopen}`),
    db.run(sql`
      insert into post_log (id, post_id, at, "by", account_id, "from", "to", what, why)
      select ${newId()}, id, ${now}, 'moderator', null, state, ${REOPENED}, 'restored', null from posts where id = ${jobId} and ${mayReopen}`),
    db.run(sql`
      update posts set waiting_revision_id = ${words}, updated_at = ${now}, state_since = iif(state = ${REOPENED}, state_since, ${now}),
        state = ${REOPENED} where id = ${jobId} and ${mayReopen}`),
  ];
}

/** It has waited once. */
const FIRST = PRIORITIES.appeal;
/** The state of a post whose words wait again: what is public stays so meanwhile. */
const REOPENED = sql`iif(state in ('draft', 'rejected'), 'submitted', state)`;
