/** The platform's rate-limit binding: counts per key and minute, keeps nothing beyond. */
export interface RateLimiter {
  limit(options: { key: string }): Promise<{ success: boolean }>;
}

/** What the platform hands to the Worker. Only `config.ts` interprets it. */
export interface Env {
  readonly DATABASE_URL?: string;
  readonly DATABASE_TOKEN?: string;
  readonly PUBLIC_URL?: string;
  readonly SECRET?: string;
  readonly MEILI_URL?: string;
  readonly MEILI_SEARCH_KEY?: string;
  readonly MEILI_SYNC_KEY?: string;
  readonly RATE_EXACT?: RateLimiter;
  readonly RATE_WIDER?: RateLimiter;
  /** The pre-rendered pages and other static files. */
  readonly ASSETS?: { fetch(request: Request): Promise<Response> };
}
