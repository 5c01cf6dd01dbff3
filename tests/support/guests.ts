import { type Ask, openLastLink, visitorOf } from '#tests/support/door.ts';
import { aPost, typed } from '#tests/support/posts.ts';
import type { TestBoard } from '#tests/support/start-board.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';

/** Somebody without an account, with a draft that is whole. */
export interface TestGuest {
  readonly ask: Ask;
  readonly email: string;
  readonly id: string;
  /** The header `Cookie` of the browser that holds the draft. */
  readonly draft: string;
}

let guests = 0;

/** Begins an ad as somebody who is not signed in. */
export async function aGuest(board: TestBoard, said: Partial<PostContent> = {}): Promise<TestGuest> {
  guests += 1;
  const ask = visitorOf(board);
  const fields = typed(
    aPost({ offeredBy: { name: 'Ada Ek', website: null }, places: [], remote: { countries: ['SE'], partly: false }, ...said }),
  );
  const { body, cookie } = await ask('/api/hire/posts', { kind: 'job', employer: null, fields });
  return { ask, email: `guest-${guests}@guests.example`, id: String(body['id']), draft: cookie };
}

/** Gives the address, opens the link of its mail, and confirms: the header `Cookie` of whoever looks after the ad from then on. */
export async function confirmed(board: TestBoard, guest: TestGuest): Promise<string> {
  const { ask, email, draft } = guest;
  await ask('/api/hire/guest/address', { email }, draft);
  const link = await openLastLink(board, { ask, email });
  const answer = await ask('/api/hire/guest/confirm', { version: 1, age: true, terms: true }, link);
  if (answer.status !== 200) throw new Error(`The guest was not confirmed: ${JSON.stringify(answer.body)}`);
  return answer.cookie;
}
