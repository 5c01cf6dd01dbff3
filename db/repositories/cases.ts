import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import { isOwn } from '#db/repositories/own-subjects.ts';
import { cases } from '#db/schema/moderation-tables.ts';
import { type CaseKind, PRIORITIES } from '#worker/moderation/model/case-kinds.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';

export type CaseRow = typeof cases.$inferSelect;

export interface NewCase {
  readonly id: string;
  readonly kind: CaseKind;
  /** Of the post or ad. */
  readonly jobId?: string | null;
  /** The words that are to be decided on. */
  readonly revisionId?: string | null;
  readonly employerSeq?: number | null;
  /** Of the notice, appeal, change or claim. */
  readonly subjectId?: string | null;
  /** What the queue shows of it. */
  readonly title: string;
  readonly flags?: readonly FlagRaised[];
  readonly openedAt: number;
}

/** Puts something into the queue, in the batch of its cause. What waited of the same post or page is overtaken: its case is over. */
export function openCaseStatements(db: Database, opened: NewCase): readonly BatchItem<'sqlite'>[] {
  const { kind, flags = [], ...row } = opened;
  return [
    ...overtaken(opened).map((condition) => withdraw(db, { condition, now: opened.openedAt })),
    db.insert(cases).values({ ...row, kind, flags, priority: PRIORITIES[kind], state: 'open' }),
  ];
}

function overtaken({ kind, jobId = null, employerSeq = null }: NewCase): readonly (SQL | undefined)[] {
  if (jobId !== null && (kind === 'post' || kind === 'review' || kind === 'import')) {
    return [and(eq(cases.jobId, jobId), inArray(cases.kind, ['post', 'review', 'import']))];
  }
  return kind === 'employer' && employerSeq !== null ? [and(eq(cases.employerSeq, employerSeq), eq(cases.kind, kind))] : [];
}

export interface CasesWithdrawn {
  readonly now: number;
  /** One post or ad, or one notice, appeal, change or claim. */
  readonly jobId?: string;
  readonly subjectId?: string;
  /** Which of its cases: `['post']` where an author takes a submission back. Notices go on without the post. */
  readonly kinds: readonly CaseKind[];
}

/** Takes out of the queue what nobody has to decide on any more. */
export function withdrawCasesStatements(db: Database, withdrawn: CasesWithdrawn): readonly BatchItem<'sqlite'>[] {
  const { now, jobId, subjectId, kinds } = withdrawn;
  const named = [
    ...(jobId === undefined ? [] : [eq(cases.jobId, jobId)]),
    ...(subjectId === undefined ? [] : [eq(cases.subjectId, subjectId)]),
  ];
  return named.length === 0 ? [] : [withdraw(db, { condition: and(or(...named), inArray(cases.kind, [...kinds])), now })];
}

interface Withdrawn {
  readonly condition: SQL | undefined;
  readonly now: number;
}

function withdraw(db: Database, { condition, now }: Withdrawn): BatchItem<'sqlite'> {
  return db
    .update(cases)
    .set({ state: 'withdrawn', decidedAt: now })
    .where(and(eq(cases.state, 'open'), condition));
}

/** Words that are public unread are looked at after all, where the newer ones that overtook that look are taken back or refused. */
export function reviewAgainStatement(db: Database, postId: string): BatchItem<'sqlite'> {
  const isOfPublicWords = sql`${cases.revisionId} = (select public_revision_id from posts where posts.id = ${postId})`;
  return db
    .update(cases)
    .set({ state: 'open', decidedAt: null })
    .where(and(eq(cases.jobId, postId), eq(cases.kind, 'review'), eq(cases.state, 'withdrawn'), isOfPublicWords));
}

/** The author has answered: for the batch in which the answer is written into the post's log. Breaks off where no question waits. */
export function answerQuestionStatements(db: Database, jobId: string): readonly BatchItem<'sqlite'>[] {
  const waits = and(eq(cases.jobId, jobId), eq(cases.state, 'open'), sql`${cases.askedAt} is not null`);
  return [orNothing(db, sql`exists (select 1 from ${cases} where ${waits})`), db.update(cases).set({ askedAt: null }).where(waits)];
}

export interface CaseClosed {
  readonly id: string;
  readonly now: number;
  /** Staff pseudonym. */
  readonly by: string;
  /** `approved`, `rejected`, `edited`, `upheld` and the like. */
  readonly outcome: string;
}

/** Closes a case at the head of the batch of its decision (`runOrNothing`, `audited`): where somebody has decided meanwhile, nothing of it happens. */
export function closeCaseStatements(db: Database, { id, now, by, outcome }: CaseClosed): readonly BatchItem<'sqlite'>[] {
  return [
    orNothing(db, sql`exists (select 1 from cases where id = ${id} and state = 'open')`),
    db.update(cases).set({ state: 'decided', decidedAt: now, decidedBy: by, outcome }).where(eq(cases.id, id)),
  ];
}

export interface DecisionOf {
  readonly caseId: string;
  /** Whoever wants to decide. */
  readonly accountId: string;
}

/** Nobody decides on what is their own: at the head of a decision's batch, beside closing the case. */
export function notOwnStatements(db: Database, decision: DecisionOf): readonly BatchItem<'sqlite'>[] {
  return [orNothing(db, sql`not ${isOwnCase(sql`${decision.caseId}`, decision.accountId)}`)];
}

/** Whether a case is about an employer that an account works for, or about a post that the account wrote. */
export function isOwnCase(caseId: SQL, accountId: string): SQL {
  const asked = { accountId, jobId: sql`own.job_id`, employerSeq: sql`own.employer_seq` };
  return sql`exists (select 1 from cases as own where own.id = ${caseId} and ${isOwn(asked)})`;
}
