import { ownPost } from '#tests/support/accounts.ts';
import { lastMailTo } from '#tests/support/mails-to.ts';
import type { TestBoard } from '#tests/support/start-board.ts';
import { newId } from '#worker/kernel/random.ts';

/** A password that nobody else has. */
export const LONG_PASSWORD = 'quiet otters paint seven doors';

export interface DoorAnswer {
  readonly status: number;
  readonly body: { readonly [name: string]: unknown };
  /** For the header `Cookie`: what was given, without what was taken away. */
  readonly cookie: string;
  readonly headers: Headers;
  /** Names of fields that were refused. */
  readonly fields: readonly string[];
}

/** Somebody in front of a board: from a network and with a browser of their own, unless said otherwise. */
export function visitorOf(board: TestBoard, { network = anyNetwork() }: { readonly network?: string } = {}) {
  return async (path: string, body: unknown, cookie = ''): Promise<DoorAnswer> => {
    const headers = { 'CF-Connecting-IP': network, 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
    const response = await fetch(`${board.origin}${path}`, ownPost(board.origin, { cookie, body, headers }));
    const answer = await response.json();
    const fields = (answer.error?.fields ?? []).map(({ field }: { field: string }) => field);
    return { status: response.status, body: answer, cookie: cookieIn(response), headers: response.headers, fields };
  };
}

export type Ask = ReturnType<typeof visitorOf>;

let networks = 0;
/** Each from another network, as strangers are. */
function anyNetwork(): string {
  networks += 1;
  return `198.51.${100 + Math.floor(networks / 250)}.${networks % 250}`;
}

function cookieIn(response: Response): string {
  const given = response.headers.getSetCookie().filter((text) => !text.includes('Max-Age=0'));
  return given.map((text) => text.split(';')[0]).join('; ');
}

export const anAddress = () => `${newId()}@mail.example`;

export function aSignUp(email: string, changes: object = {}) {
  return { email, password: LONG_PASSWORD, role: 'seeker', age: true, terms: true, ...changes };
}

/** Opens the link of the newest mail to an address: the header `Cookie` of whoever did. */
export async function openLastLink(board: TestBoard, { ask, email }: { readonly ask: Ask; readonly email: string }): Promise<string> {
  const { token } = await lastMailTo(board, email);
  return (await ask('/api/links/open', { token })).cookie;
}

/** Signs up and confirms, as a person does: the header `Cookie` of the session. */
export async function signUpWholly(board: TestBoard, { ask, email }: { readonly ask: Ask; readonly email: string }): Promise<string> {
  await ask('/api/sign-up', aSignUp(email));
  const link = await openLastLink(board, { ask, email });
  return (await ask('/api/sign-up/confirm', { by: 'password', password: LONG_PASSWORD }, link)).cookie;
}
