import type { ModerationQueueRepository, QueuedCase } from '#db/repositories/moderation-queue.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';

export interface CaseAsked {
  readonly staff: Member;
  readonly caseId: string;
}

/** A case that somebody wants to decide on: it is open, and not their own. */
export async function openCase(
  { moderationQueue }: { readonly moderationQueue: Pick<ModerationQueueRepository, 'find'> },
  { staff, caseId }: CaseAsked,
): Promise<QueuedCase['row']> {
  const found = await moderationQueue.find({ caseId, accountId: staff.accountId });
  if (found === null) throw new DomainError('not_found', 'moderation.no-case');
  if (found.isOwn) throw ownCase();
  if (found.row.state !== 'open') throw overtaken();
  return found.row;
}

export function ownCase(): DomainError {
  return new DomainError('forbidden', 'moderation.own-case');
}

/** Somebody was quicker: another moderator, or the author. */
export function overtaken(): DomainError {
  return new DomainError('conflict', 'moderation.overtaken');
}
