import type { importJobsRepository, Moment } from '#db/repositories/import-jobs.ts';

/** Share of a source's ads that an import may stop at once without being told to. */
const LARGEST_SHARE = 0.2;

export type Stopping =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'stopped'; readonly count: number }
  | { readonly kind: 'no-end' }
  | { readonly kind: 'too-many'; readonly missing: number; readonly published: number };

/** Stops what the source no longer carries: never for a feed without its end, and no more than a fifth of its ads unless told to. */
export async function stopMissing(
  repository: ReturnType<typeof importJobsRepository>,
  { at, isComplete, evenMany }: { at: Moment; isComplete: boolean; evenMany: boolean },
): Promise<Stopping> {
  if (!isComplete) return { kind: 'no-end' };
  const { published, missing } = await repository.missing(at);
  if (missing > published * LARGEST_SHARE && !evenMany) return { kind: 'too-many', missing, published };
  return { kind: 'stopped', count: missing === 0 ? 0 : await repository.stopMissing(at) };
}
