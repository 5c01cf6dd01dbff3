import type { ActivityLinesRepository } from '#db/repositories/activity-lines.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { type ActivityList, activityListOf } from '#worker/privacy/model/activity-view.ts';

export interface ListActivityContext {
  readonly activityLines: ActivityLinesRepository;
}

/** Lines on one page. */
const MOST = 50;

export interface ActivityAsked {
  readonly actor: Member;
  readonly language: string;
  /** The end of the page before, as its answer gave it; null for the first. */
  readonly after: { readonly at: number; readonly id: string } | null;
}

/** What happened to one's account, the newest first. */
export async function listActivity(
  { activityLines }: ListActivityContext,
  { actor, language, after }: ActivityAsked,
): Promise<ActivityList> {
  const lines = await activityLines.list({ accountId: actor.accountId, after, most: MOST + 1 });
  return activityListOf(lines, { most: MOST, language });
}
