import type { Voice } from '#site/lib/voice.ts';
import type { PostOutline } from '#worker/posts/model/post-view.ts';

/** In a word or two, whether everybody sees a post: whatever keeps it from the public goes before its own state. */
export function postStanding(post: PostOutline, { t, format }: Pick<Voice, 't' | 'format'>): string {
  const { state, withheld, publicFrom } = post;
  if (withheld?.why === 'frozen') return t('desk.line.frozen');
  if (withheld?.why === 'removed') return t('desk.line.removed');
  if (state === 'published' && post.employer?.suspended === true) return t('desk.state.hidden');
  if (isToCome(post) && publicFrom !== null) return t('desk.line.later', { day: format.day(publicFrom) });
  return t(`desk.state.${state}`);
}

/** Approved, and not public before its day. */
export function isToCome({ state, publicUrl, publicFrom, withheld, employer }: PostOutline): boolean {
  return state === 'published' && publicUrl === null && publicFrom !== null && withheld === null && employer?.suspended !== true;
}
