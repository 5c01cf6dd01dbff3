import type { ApiBoard } from '#tests/api/api-board.ts';
import { ORIGIN } from '#tests/api/api-board.ts';
import { ownPost, signedIn, type TestAccount } from '#tests/support/accounts.ts';

export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the tests are about.
  readonly body: any;
  readonly fields: readonly string[];
}

/** Somebody signed in on a board: asks with a body, and reads. */
export async function at(board: ApiBoard, account: TestAccount | null) {
  const cookie = account === null ? '' : await signedIn(board, account);
  const answered = async (response: Response): Promise<Answered> => {
    const body = await response.json();
    return { status: response.status, body, fields: (body.error?.fields ?? []).map(({ field }: { field: string }) => field) };
  };
  return {
    cookie,
    post: async (path: string, body: unknown = {}, more = '') =>
      answered(await board.ask(path, ownPost(ORIGIN, { cookie: [cookie, more].filter((one) => one !== '').join('; '), body }))),
    get: async (path: string, more = '') =>
      answered(await board.ask(path, { headers: { Cookie: [cookie, more].filter((one) => one !== '').join('; ') } })),
  };
}

/** The cookie of somebody who has opened the link of a mail. */
export async function linkCookie(board: ApiBoard, token: string): Promise<string> {
  const response = await board.ask('/api/links/open', ownPost(ORIGIN, { cookie: '', body: { token } }));
  return response.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
}
