import type { IndexedJob } from '#db/repositories/public-job-row.ts';

/** An ad by its row id and its public id. */
export interface JobKey {
  readonly seq: number;
  readonly id: string;
}

export interface FeedChange {
  readonly jobs: readonly IndexedJob[];
  /** What must not be in the index any more; it may never have been. */
  readonly gone: readonly JobKey[];
}

/** What an index holds otherwise than the public view. */
export interface Drift {
  /** `jobs.seq` of what is missing or old in the index. */
  readonly missing: readonly number[];
  readonly gone: readonly JobKey[];
}

/** The writing side of an engine. Only who holds the engine's lease may use it. */
export interface SearchFeed {
  readonly name: 'embedded' | 'meilisearch';
  /** How many ads to hand over at once. */
  readonly most: number;
  /** Resolves once the engine holds the change; throws when it does not. */
  write(change: FeedChange): Promise<void>;
  drift(now: number): Promise<Drift>;
}
