import { z } from 'zod';

/** What one search of a multi-search answered. */
export interface Found {
  readonly ids: readonly string[];
  readonly total: number;
  readonly distribution: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const answer = z.object({
  hits: z.array(z.object({ id: z.string() })),
  estimatedTotalHits: z.int().nonnegative(),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.int().nonnegative())).default({}),
});
const answers = z.object({ results: z.array(answer) });

/** Reads an answer of `count` searches; throws when it is anything else, as a proxy or a wrong server may send. */
export function readAnswers(body: unknown, count: number): readonly [Found, ...Found[]] {
  const { results } = answers.parse(body);
  const [first, ...rest] = results.map(toFound);
  if (first === undefined || results.length !== count)
    throw new Error('Meilisearch answered another number of searches than it was asked.');
  return [first, ...rest];
}

function toFound({ hits, estimatedTotalHits, facetDistribution }: z.infer<typeof answer>): Found {
  return { ids: hits.map(({ id }) => id), total: estimatedTotalHits, distribution: facetDistribution };
}
