import type { ModerationQueueRepository, QueuePlace } from '#db/repositories/moderation-queue.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { CASE_KINDS, type CaseKind } from '#worker/moderation/model/case-kinds.ts';
import { placeText } from '#worker/moderation/model/queue-place.ts';
import type { QueueView } from '#worker/moderation/model/queue-view.ts';

const A_PAGE = 25;

export interface ListQueueContext {
  readonly moderationQueue: Pick<ModerationQueueRepository, 'page' | 'counts'>;
}

export interface QueueRead {
  readonly staff: Member;
  readonly kind: CaseKind | null;
  readonly after: QueuePlace | null;
}

/** A page of what waits, the first first: notices, then objections, then the oldest. It says titles and flags, and nothing of people. */
export async function listQueue({ moderationQueue }: ListQueueContext, { staff, kind, after }: QueueRead): Promise<QueueView> {
  const asked = { accountId: staff.accountId, kinds: kind === null ? null : [kind], after, most: A_PAGE + 1 };
  const [found, counts] = await Promise.all([moderationQueue.page(asked), moderationQueue.counts()]);
  const shown = found.slice(0, A_PAGE);
  const last = found.length > A_PAGE ? shown.at(-1) : undefined;
  return {
    counts: CASE_KINDS.flatMap((each) => counts.filter((count) => count.kind === each)).map(({ kind: of, count, oldestAt }) => ({
      kind: of,
      count,
      oldestAt: new Date(oldestAt).toISOString(),
    })),
    cases: shown.map(({ row, employer, isOwn }) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      subjectId: row.subjectId,
      employer,
      flags: [...new Set(row.flags.map(({ flag }) => flag))],
      openedAt: new Date(row.openedAt).toISOString(),
      asked: row.askedAt !== null,
      answered: row.question !== null && row.askedAt === null,
      isOwn,
    })),
    next: last === undefined ? null : placeText(last.row),
  };
}
