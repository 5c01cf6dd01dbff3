import type { RateLimits } from '#worker/board/model/board.ts';
import type { Config } from '#worker/config.ts';
import type { RateLimiter } from '#worker/env.ts';
import { clientNetwork } from '#worker/http/client-network.ts';
import { dailyHash } from '#worker/http/daily-key.ts';

const WINDOW_SECONDS = 60;

/** Single pages and texts, spelt as our own links spell them. */
const FREE = new RegExp(
  `^/(?:${[
    '',
    'healthz',
    'robots\\.txt',
    '\\.well-known/(?:security\\.txt|gpc\\.json|change-password)',
    '(?:jobs|employers)/[a-z0-9-]+',
    'promises|processors|accessibility|contact|about|seekers|hiring|ranking',
    '(?:privacy|cookies|terms|california)(?:/versions/[0-9]+)?',
    '(?:cookies|california)/choices',
  ].join('|')})$`,
);

/**
 * Search in every form, the API and the lists of everything: what costs work. Pages answer to more spellings of an address than one
 * (`//jobs`, `/%6aobs`, `/jobs.html`), so what is counted is all that is not known to be free, and every form that is sent. `path` carries
 * no language segment.
 */
export function isLimited(path: string, method = 'GET'): boolean {
  return !FREE.test(path) || (method !== 'GET' && method !== 'HEAD');
}

/** A choice is written down, and kept for years: one counts as so many requests, so that nobody fills the database. */
const UNITS_TO_WRITE = 10;
/** Totals of the day, which get no row of their own, and reports of the mail provider, which are signed and come many at once. */
const ONLY_ADDS: readonly string[] = ['/api/counters', '/api/mail/reports'];

/** As how many requests one counts: whatever may write counts more, however its address is spelt. */
export function unitsOf(path: string, method: string): number {
  return method === 'GET' || method === 'HEAD' || ONLY_ADDS.includes(path) ? 1 : UNITS_TO_WRITE;
}

/** The limits in force, as the RateLimit-Policy header says them. */
export function rateLimitPolicy(limits: RateLimits, demonstration: boolean): string {
  const exact = demonstration ? limits.demonstrationPerMinute : limits.exactPerMinute;
  const wider = demonstration ? limits.demonstrationPerMinute : limits.widerPerMinute;
  return `"exact";q=${exact};w=${WINDOW_SECONDS}, "wider";q=${wider};w=${WINDOW_SECONDS}`;
}

interface Counting {
  readonly config: Config;
  readonly now: number;
  /** As how many requests it counts. */
  readonly units: number;
}

/**
 * Whether the client's exact and wider network both still have room, counting this request. What the exact network is refused is not
 * counted against the wider one: nobody can use up the room of the neighbours.
 */
export async function hasRoom(request: Request, { config, now, units }: Counting): Promise<boolean> {
  const network = clientNetwork(request);
  const hash = (text: string) => dailyHash(text, { secret: config.secret, now });
  const [exact, wider] = await Promise.all([hash(network.exact), hash(network.wider)]);
  return (await fits(config.rateExact, exact, units)) && (await fits(config.rateWider, wider, units));
}

async function fits(limiter: RateLimiter, key: string, units: number): Promise<boolean> {
  for (let counted = 0; counted < units; counted += 1) if (!(await limiter.limit({ key })).success) return false;
  return true;
}

export const RETRY_AFTER = String(WINDOW_SECONDS);
