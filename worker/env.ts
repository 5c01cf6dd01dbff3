/** The platform's rate-limit binding: counts per key and minute, keeps nothing beyond. */
export interface RateLimiter {
  limit(options: { key: string }): Promise<{ success: boolean }>;
}

/** The pre-rendered pages and other files of a build. */
export interface StaticFiles {
  fetch(request: Request): Promise<Response>;
}

/** The platform's store of files, as far as the board uses it: R2. */
export interface FileBucket {
  put(key: string, value: Uint8Array<ArrayBuffer>): Promise<unknown>;
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
  delete(keys: string[]): Promise<void>;
  list(options: { prefix: string; cursor?: string }): Promise<FilesListed>;
}

/** A part of a list: `cursor` leads to the next one. */
interface FilesListed {
  readonly objects: readonly { readonly key: string }[];
  readonly truncated: boolean;
  readonly cursor?: string;
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
  readonly SMTP_URL?: string;
  readonly MAIL_WEBHOOK_SECRET?: string;
  readonly RATE_EXACT?: RateLimiter;
  readonly RATE_WIDER?: RateLimiter;
  readonly FILES?: FileBucket;
  readonly ASSETS?: StaticFiles;
}
