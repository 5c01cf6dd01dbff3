import type { ExecutionContext } from 'hono';
import { board } from '#worker/board/model/this-board.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import type { Env } from '#worker/env.ts';
import { demonstrationPolicy } from '#worker/http/demonstration-routes.ts';
import { type Failure, failureOf, STATUS } from '#worker/http/error-answer.ts';
import { isForMachines } from '#worker/http/is-for-machines.ts';
import { type Log, logAnswer, logFailure } from '#worker/http/log.ts';
import { hasRoom, isLimited, RETRY_AFTER, rateLimitPolicy, unitsOf } from '#worker/http/rate-limit.ts';
import { readRest } from '#worker/http/read-rest.ts';
import { refusal, refusalReason } from '#worker/http/refusal.ts';
import { routePattern, withoutLanguage } from '#worker/http/route-pattern.ts';
import { PICTURE_POLICY, referrerOf, securityHeaders } from '#worker/http/security-headers.ts';
import { shownAd } from '#worker/http/shown-ad.ts';
import type { Clock } from '#worker/kernel/clock.ts';
import { newId } from '#worker/kernel/random.ts';
import { servicesOf } from '#worker/promises/model/services.ts';
import { countView } from '#worker/relay/count-view.ts';

const services = servicesOf(board);

/** Answers a request: the API and its kin, or Astro's pages. */
type Handler = (request: Request, env: Env, context: ExecutionContext) => Response | Promise<Response>;

export interface Surroundings {
  readonly env: Env;
  readonly context: ExecutionContext;
  /** Answers programs: every path that `isForMachines`. */
  readonly machines: Handler;
  /** Answers people. */
  readonly pages: Handler;
  readonly demonstration: boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/** Everything that happens to a request from outside: refused or counted, answered, given the headers of every answer, and logged. */
export async function answer(request: Request, surroundings: Surroundings): Promise<Response> {
  const { clock, log, env, context } = surroundings;
  const started = clock();
  const response = await answerSafely(request, surroundings);
  await readRest(request);
  const jobId = shownAd(request, response);
  if (jobId !== null) context.waitUntil(countShownAd(jobId, surroundings));
  logAnswer(log, { id: newId(), route: routePattern(new URL(request.url).pathname), status: response.status, ms: clock() - started });
  return withCharset(withHeaders(response, headersFor(request, { response, publicUrl: env.PUBLIC_URL ?? null })));
}

/** After the answer: nobody waits for it, and an ad is read whether it is counted or not. */
async function countShownAd(jobId: string, { env, clock, log }: Surroundings): Promise<void> {
  try {
    await countView(createContainer(configOf(env), clock), { jobId });
  } catch (error) {
    logFailure(log, { reference: newId(), error });
  }
}

const POLICY = 'Content-Security-Policy';

function headersFor(request: Request, { response, publicUrl }: { readonly response: Response; readonly publicUrl: string | null }) {
  const url = new URL(request.url);
  const headers: Readonly<Record<string, string>> = { ...Object.fromEntries(securityHeaders(publicUrl, services)), ...referrerOf(url) };
  if (routePattern(url.pathname) === '/pictures/{id}') return { ...headers, [POLICY]: PICTURE_POLICY };
  if (!__DEMONSTRATION__) return headers;
  const answered = { path: url.pathname, own: response.headers.get(POLICY), usual: headers[POLICY] ?? '' };
  const policy = demonstrationPolicy(answered);
  return policy === null ? headers : { ...headers, [POLICY]: policy };
}

/** Astro names no encoding for the pages that it renders for each request. */
function withCharset(response: Response): Response {
  if (response.headers.get('Content-Type') === 'text/html') response.headers.set('Content-Type', 'text/html; charset=utf-8');
  return response;
}

async function answerSafely(request: Request, surroundings: Surroundings): Promise<Response> {
  try {
    return await answerOrRefuse(request, surroundings);
  } catch (error) {
    const reference = newId();
    logFailure(surroundings.log, { reference, error });
    return refusal(request, failureOf(error, reference));
  }
}

async function answerOrRefuse(request: Request, surroundings: Surroundings): Promise<Response> {
  const { env, context, machines, pages, demonstration, clock } = surroundings;
  const config = configOf(env);
  const failure = refusalReason(request, config);
  if (failure !== null) return refusal(request, failure);
  const path = new URL(request.url).pathname;
  const handler = isForMachines(path) ? machines : pages;
  const plain = withoutLanguage(path);
  if (!isLimited(plain, request.method)) return handler(request, env, context);
  const policy = { 'RateLimit-Policy': rateLimitPolicy(board.rateLimits, demonstration) };
  const units = unitsOf(plain, request.method);
  if (await hasRoom(request, { config, now: clock(), units })) return withPolicy(await handler(request, env, context), policy);
  return tooMany(request, { env, headers: { ...policy, 'Retry-After': RETRY_AFTER, 'Cache-Control': 'no-store' } });
}

/** What an answer says of limits of its own stays beside ours: the field is a list. */
function withPolicy(response: Response, policy: Readonly<Record<'RateLimit-Policy', string>>): Response {
  const own = response.headers.get('RateLimit-Policy');
  return withHeaders(response, own === null ? policy : { 'RateLimit-Policy': `${policy['RateLimit-Policy']}, ${own}` });
}

interface TooMany {
  readonly env: Env;
  readonly headers: Readonly<Record<string, string>>;
}

/** 429: for people the pre-rendered page of that name. */
async function tooMany(request: Request, { env, headers }: TooMany): Promise<Response> {
  const failure: Failure = { code: 'too_many', message: 'That was more than a minute allows. Wait a minute and try again.' };
  if (isForMachines(new URL(request.url).pathname) || env.ASSETS === undefined) return refusal(request, failure, headers);
  const page = await env.ASSETS.fetch(new Request(new URL('/429', request.url)));
  if (!page.ok) return refusal(request, failure, headers);
  return withHeaders(new Response(page.body, { status: STATUS.too_many, headers: page.headers }), headers);
}

/** The same answer with more headers; answers of the platform cannot be changed in place. */
function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  const changed = new Response(response.body, response);
  for (const [name, value] of Object.entries(headers)) changed.headers.set(name, value);
  return changed;
}
