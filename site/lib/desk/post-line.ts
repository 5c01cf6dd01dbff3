import { isAsked } from '#site/lib/desk/post-groups.ts';
import { isToCome } from '#site/lib/desk/post-standing.ts';
import type { Voice } from '#site/lib/voice.ts';
import type { PostOutline } from '#worker/posts/model/post-view.ts';

/** How a post stands, in a few words each: what hinders it first, then its dates, then what is on its way. */
export function postLine(post: PostOutline, { t, format }: Pick<Voice, 't' | 'format'>): readonly string[] {
  return [...troubles(post, t), ...dates(post, { t, format }), ...onTheWay(post, t)];
}

function troubles(post: PostOutline, t: Voice['t']): readonly string[] {
  return [
    ...(isAsked(post) ? [t('desk.line.question')] : []),
    ...(post.withheld?.why === 'frozen' ? [t('desk.line.frozen')] : []),
    ...(post.withheld?.why === 'removed' ? [t('desk.line.removed')] : []),
    ...(post.deadLink !== null ? [t('desk.line.dead-link')] : []),
    ...(post.employer?.suspended === true ? [t('desk.line.suspended')] : []),
  ];
}

function dates(post: PostOutline, { t, format }: Pick<Voice, 't' | 'format'>): readonly string[] {
  const { state, publicFrom, endsAt, goneAt, updatedAt } = post;
  if (state !== 'published') {
    const kept = goneAt === null ? [] : [t('desk.line.kept', { day: format.day(goneAt) })];
    return [t(`desk.state.${state}`), ...(state === 'draft' ? [t('desk.line.changed', { age: format.age(updatedAt) })] : kept)];
  }
  if (isToCome(post) && publicFrom !== null) return [t('desk.line.later', { day: format.day(publicFrom) })];
  return endsAt === null ? [] : [t('desk.line.until', { day: format.day(endsAt) })];
}

function onTheWay({ state, hasWaiting, hasDraft }: PostOutline, t: Voice['t']): readonly string[] {
  if (state === 'draft' || state === 'submitted' || state === 'rejected') return [];
  return [...(hasWaiting ? [t('desk.line.waiting')] : []), ...(hasDraft ? [t('desk.line.draft')] : [])];
}
