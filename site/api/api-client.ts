import type { EmployerDetail, ErrorView, GoneView, JobDetail, PlaceChoice, SearchView } from '#worker/jobs/model/job-view.ts';

/** What a request has beside its path; without anything it reads. */
export interface Sending {
  readonly signal?: AbortSignal | undefined;
  readonly method?: 'POST';
  readonly body?: string | ArrayBuffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Goes on when the page that asked is gone: small bodies alone. */
  readonly keepalive?: boolean;
}

/** Asks the API for a path: over HTTP in the browser, in process at the edge. */
export type Send = (path: string, sending?: Sending) => Promise<Response>;

export type ApiError = ErrorView['error'];
export type Refusal = { readonly ok: false; readonly status: number; readonly error: ApiError };
export type Answer<Body> = { readonly ok: true; readonly body: Body } | Refusal;
export type JobAnswer =
  | { readonly is: 'open'; readonly job: JobDetail }
  | { readonly is: 'gone'; readonly gone: GoneView }
  | { readonly is: 'missing' };

/** `search` is a query string without its question mark. */
export function searchJobs(send: Send, search: string, signal?: AbortSignal): Promise<Answer<SearchView>> {
  return send(search === '' ? '/api/jobs' : `/api/jobs?${search}`, { signal }).then(answerOf<SearchView>);
}

export function suggestPlaces(send: Send, words: string, signal?: AbortSignal): Promise<Answer<{ places: readonly PlaceChoice[] }>> {
  return send(`/api/places?q=${encodeURIComponent(words)}`, { signal }).then(answerOf<{ places: readonly PlaceChoice[] }>);
}

export function findEmployer(send: Send, slug: string): Promise<Answer<EmployerDetail>> {
  return send(`/api/employers/${encodeURIComponent(slug)}`).then(answerOf<EmployerDetail>);
}

/** An ad, what is left to say of one that is over, or nothing. */
export async function findJob(send: Send, id: string): Promise<JobAnswer> {
  const response = await send(`/api/jobs/${encodeURIComponent(id)}`);
  if (response.status === 410) return { is: 'gone', gone: (await bodyOf<{ gone: GoneView }>(response)).gone };
  const answer = await answerOf<JobDetail>(response);
  if (answer.ok) return { is: 'open', job: answer.body };
  if (answer.status === 404 || answer.status === 400) return { is: 'missing' };
  throw new UnexpectedAnswer(answer);
}

/** An answer that no page can show: the error page takes over. */
export class UnexpectedAnswer extends Error {
  readonly status: number;
  /** What the API wrote into its log, where it did. */
  readonly reference: string | undefined;

  constructor({ status, error }: { readonly status: number; readonly error: ApiError }) {
    super(`The API answered ${status} (${error.code})`);
    this.name = 'UnexpectedAnswer';
    this.status = status;
    this.reference = error.reference;
  }
}

/** What an answer says: the body, or the error that the API made of it. */
export async function answerOf<Body>(response: Response): Promise<Answer<Body>> {
  if (response.ok) return { ok: true, body: await bodyOf<Body>(response) };
  return refusalOf(response);
}

/** What an answer says that is no success. */
export async function refusalOf(response: Response): Promise<Refusal> {
  const { error } = await bodyOf<ErrorView>(response);
  return { ok: false, status: response.status, error };
}

/** Safe because both sides are built from `job-view.ts` in one commit; the API's own tests hold it to that. */
function bodyOf<Body>(response: Response): Promise<Body> {
  return response.json() as Promise<Body>;
}
