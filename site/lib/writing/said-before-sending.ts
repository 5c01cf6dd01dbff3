import type { Moderation } from '#worker/board/model/board.ts';
import type { PostState } from '#worker/posts/model/post-state.ts';

interface Sent {
  readonly state: PostState;
  /** Whether its employer has proved a domain. */
  readonly isVerified: boolean;
}

/** What happens to an ad that is sent to a moderator. Where the board may publish verified employers first, nobody verified is told that nothing will be public before. */
export function saidBeforeSending({ state, isVerified }: Sent, { publishFirst }: Pick<Moderation, 'publishFirst'>) {
  if (publishFirst !== null && isVerified) return 'writing.preview.send.first';
  return state === 'published' ? 'writing.preview.send.edit' : 'writing.preview.send.text';
}
