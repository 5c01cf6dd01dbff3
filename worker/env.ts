/** The platform's rate-limit binding: counts per key and minute, keeps nothing beyond. */
export interface RateLimiter {
  limit(options: { key: string }): Promise<{ success: boolean }>;
}

/** The pre-rendered pages and other files of a build. */
export interface StaticFiles {
  fetch(request: Request): Promise<Response>;
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
  readonly ASSETS?: StaticFiles;
}
