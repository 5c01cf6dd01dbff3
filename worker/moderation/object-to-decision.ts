import type { AppealsRepository, StoredAppeal } from '#db/repositories/appeals.ts';
import type { NoticesRepository } from '#db/repositories/notices.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import type { StatementsRepository, StoredStatement } from '#db/repositories/statements.ts';
import { requireNotFrozen } from '#worker/accounts/model/frozen.ts';
import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import { type Actor, type Guest, isMember } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import { noticeOfLink, type OpenedNotice, objectionTo } from '#worker/moderation/see-notice.ts';

export interface ObjectContext {
  readonly now: number;
  readonly appeals: Pick<AppealsRepository, 'make'>;
  /** About the id of the objection. */
  readonly appealSeal: Seal;
  /** What the queue calls the ad or employer. */
  readonly titleOf: (about: { readonly jobId: string | null; readonly employerSeq: number | null }) => Promise<string>;
  readonly copyAd: (jobId: string) => Promise<readonly Statement[]>;
}

export interface ReadDecisionContext {
  readonly statements: Pick<StatementsRepository, 'ownOf' | 'byId'>;
}

export interface Reader {
  readonly actor: Actor;
  readonly link: Guest['link'] | null;
  readonly id: string;
}

/** A decision that somebody may read: about their own post or employer, or the one that their link is about. Others' answer as if there were none. */
export async function ownStatement({ statements }: ReadDecisionContext, { actor, link, id }: Reader): Promise<StoredStatement> {
  const linked = link?.kind === 'decision' && link.subjectId === id;
  const found = linked ? await statements.byId(id) : isMember(actor) ? await statements.ownOf(actor.accountId, id) : null;
  if (found === null) throw new DomainError('not_found', LINK_OVER);
  return found;
}

/** The author objects to a decision, within six months: somebody else decides anew (DSA 20). */
export async function objectToDecision(
  context: ObjectContext & ReadDecisionContext,
  { reasons, ...reader }: Reader & { readonly reasons: string },
): Promise<void> {
  requireNotFrozen(reader.actor);
  const { id, jobId, employerSeq, objectionUntil, reversedAt } = await ownStatement(context, reader);
  if (reversedAt !== null) throw new DomainError('conflict', 'reports.taken-back');
  requireInTime(context, objectionUntil);
  const accountId = isMember(reader.actor) ? reader.actor.accountId : null;
  await make(context, { statementId: id, noticeId: null, by: 'author', accountId, reasons, jobId, employerSeq });
}

/** Whoever reported an ad objects to its staying public. */
export async function objectToOutcome(
  context: ObjectContext & { readonly notices: Pick<NoticesRepository, 'byId'> },
  { link, reasons }: { readonly link: OpenedNotice; readonly reasons: string },
): Promise<void> {
  const notice = await noticeOfLink(context, link);
  const until = objectionTo(notice);
  if (until === null) throw new DomainError('conflict', 'reports.nothing-to-object');
  requireInTime(context, until);
  const { id: noticeId, accountId, jobId } = notice;
  await make(context, { statementId: null, noticeId, by: 'notifier', accountId, reasons, jobId, employerSeq: null });
}

function requireInTime({ now }: ObjectContext, until: number): void {
  if (until <= now) throw new DomainError('conflict', 'reports.too-late');
}

interface Objecting extends Pick<StoredAppeal, 'statementId' | 'noticeId' | 'by' | 'accountId'> {
  readonly reasons: string;
  readonly jobId: string | null;
  readonly employerSeq: number | null;
}

async function make(context: ObjectContext, { reasons, jobId, employerSeq, ...about }: Objecting): Promise<void> {
  const { now, appeals, appealSeal, titleOf, copyAd } = context;
  const id = newId();
  const title = await titleOf({ jobId, employerSeq });
  const opened = { id: newId(), kind: 'appeal', jobId, employerSeq, subjectId: id, title, openedAt: now } as const;
  const appeal = { id, ...about, sealed: await appealSeal.close(reasons, id), madeAt: now, decidedAt: null, decidedBy: null } as const;
  const isNew = await appeals.make({
    appeal: { ...appeal, outcome: null, answer: null },
    opened,
    kept: jobId === null ? [] : await copyAd(jobId),
  });
  if (!isNew) throw new DomainError('conflict', 'reports.objected');
}
