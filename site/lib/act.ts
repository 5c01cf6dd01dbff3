import { answerOf, type Refusal, refusalOf, type Sending, UnexpectedAnswer } from '#site/api/api-client.ts';
import { inProcess } from '#site/api/in-process.ts';
import { visitOf } from '#site/api/visit.ts';
import { pathsOfPage } from '#site/lib/page-voice.ts';
import type { FieldError } from '#worker/kernel/errors.ts';

export type Acted<Body> = { readonly is: 'done'; readonly body: Body; readonly setCookies: readonly string[] } | NotDone;

type NotDone =
  /** The API said no: what to show beside the fields, and as a whole. */
  | { readonly is: 'refused'; readonly status: number; readonly message: string; readonly fields: readonly FieldError[] }
  /** Somebody has to sign in, or to prove again who they are: the page returns this response. */
  | { readonly is: 'elsewhere'; readonly response: Response };

interface Act {
  /** The request that the page answers. */
  readonly request: Request;
  /** The API's route. */
  readonly path: string;
  readonly body: object;
}

/** Does what a page's form says, by the API in process. What the API cannot answer for (5xx) becomes the error page. */
export async function act<Body>({ request, path, body }: Act): Promise<Acted<Body>> {
  return acted<Body>(request, { path, method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
}

/** Reads from the API what a page shows about the person who asks. */
export async function ask<Body>({ request, path }: Pick<Act, 'request' | 'path'>): Promise<Acted<Body>> {
  return acted<Body>(request, { path });
}

/** Whether a form was sent that holds a file. */
export function holdsFile(request: Request): boolean {
  return /^multipart\/form-data\b/i.test(request.headers.get('Content-Type') ?? '');
}

/** Hands a form with a file on to the API as it came: it is read there, once. */
export async function giveFile<Body>({ request, path }: Pick<Act, 'request' | 'path'>): Promise<Acted<Body>> {
  const type = request.headers.get('Content-Type') ?? '';
  return acted<Body>(request, { path, method: 'POST', body: await request.arrayBuffer(), headers: { 'Content-Type': type } });
}

/** Asks the API for a file of one's own: its answer goes on to the browser as it came. */
export async function takeFile({
  request,
  path,
}: Pick<Act, 'request' | 'path'>): Promise<{ readonly is: 'done'; readonly response: Response } | NotDone> {
  const response = await send(request, { path, method: 'POST' });
  if (response.ok) return { is: 'done', response };
  return notDone(request, { answer: await refusalOf(response), setCookies: response.headers.getSetCookie() });
}

/** On to another page after something was done, with the cookies that the API wants the browser to have. */
export function goOn(to: string, setCookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: to, 'Cache-Control': 'no-store' });
  for (const text of setCookies) headers.append('Set-Cookie', text);
  return new Response(null, { status: 303, headers });
}

type Asked = Sending & { readonly path: string };

async function acted<Body>(request: Request, asked: Asked): Promise<Acted<Body>> {
  const response = await send(request, asked);
  const answer = await answerOf<Body>(response);
  const setCookies = response.headers.getSetCookie();
  return answer.ok ? { is: 'done', body: answer.body, setCookies } : notDone(request, { answer, setCookies });
}

function send(request: Request, { path, ...sending }: Asked): Promise<Response> {
  return inProcess(path, { ...sending, headers: { ...visitOf(request), ...sending.headers } });
}

interface Refused {
  readonly answer: Refusal;
  readonly setCookies: readonly string[];
}

function notDone(request: Request, { answer, setCookies }: Refused): NotDone {
  const door = doorFor(answer, request);
  if (door !== null) return { is: 'elsewhere', response: goOn(door, setCookies) };
  if (answer.status >= 500) throw new UnexpectedAnswer(answer);
  const { message, fields = [] } = answer.error;
  return { is: 'refused', status: answer.status, message, fields };
}

function doorFor({ status, error }: Refusal, request: Request): string | null {
  const { pathname, search } = new URL(request.url);
  const paths = pathsOfPage();
  if (status === 401 && error.code === 'unauthenticated') return paths.signIn(pathname + search);
  return error.code === 'step_up' ? paths.prove(pathname + search) : null;
}
