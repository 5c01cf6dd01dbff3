import type { Config } from '#worker/config.ts';
import { errorAnswer, type Failure, STATUS } from '#worker/http/error-answer.ts';
import { isForMachines } from '#worker/http/is-for-machines.ts';
import { PAGES_WITH_FORMS, PATTERNS_WITH_FORMS } from '#worker/http/pages-with-forms.ts';
import { routePattern, withoutLanguage } from '#worker/http/route-pattern.ts';
import { mayAct } from '#worker/http/same-origin.ts';
import { sayWhole } from '#worker/refusals/model/refusal-words.ts';

/** Bodies above this are refused before anything reads them; no form of the board comes near. */
const LARGEST_BODY = 1_000_000;

const READING: readonly string[] = ['GET', 'HEAD'];

/** What a page may be asked with: what a program may send is for the API's routes to say. */
function methodsOf(path: string): readonly string[] {
  return PAGES_WITH_FORMS.has(withoutLanguage(path)) || PATTERNS_WITH_FORMS.has(routePattern(path)) ? [...READING, 'POST'] : READING;
}

/** What is wrong with a request before anyone looks at what it asks; null for nothing. */
export function refusalReason(request: Request, { publicUrl }: Config): Failure | null {
  const url = new URL(request.url);
  if (url.pathname !== '/healthz' && url.host !== new URL(publicUrl).host)
    return { code: 'misdirected', message: `This board answers at ${publicUrl} only.` };
  if (!mayAct(request, publicUrl))
    return { code: 'forbidden', message: 'This request did not come from a page of this board. Open the page and try again there.' };
  if (!isForMachines(url.pathname) && !methodsOf(url.pathname).includes(request.method))
    return { code: 'method_not_allowed', message: 'This page can only be read.' };
  if (Number(request.headers.get('Content-Length') ?? 0) > LARGEST_BODY)
    return { code: 'too_large', message: 'A request may carry 1 MB at most.' };
  return null;
}

/** In the shape of the API for programs, as one sentence for people. */
export function refusal(request: Request, failure: Failure, headers: Readonly<Record<string, string>> = {}): Response {
  const path = new URL(request.url).pathname;
  if (isForMachines(path)) return errorAnswer(failure, headers);
  const message = sayWhole(failure.message, failure.fields ?? []);
  const sentence = failure.reference === undefined ? message : `${message} (${failure.reference})`;
  const allow = failure.code === 'method_not_allowed' ? { Allow: methodsOf(path).join(', ') } : {};
  return new Response(`${sentence}\n`, {
    status: STATUS[failure.code],
    headers: { ...allow, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  });
}
