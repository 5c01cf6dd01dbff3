import type { PublicJob } from '#worker/jobs/model/job-posting.ts';
import type { JobQuery } from '#worker/jobs/model/job-query.ts';
import type { Area } from '#worker/jobs/model/places.ts';

/** A query made ready for an engine: the place is resolved, the sort decided. */
export interface SearchPlan {
  readonly query: JobQuery;
  /** The resolved `place`; null for anywhere. */
  readonly area: Area | null;
  readonly now: number;
  /** False where nobody will look at them: `facets` is then empty. */
  readonly facets?: boolean;
}

export const FACET_NAMES = ['category', 'type', 'employer', 'language', 'country', 'remote', 'posted', 'salary', 'kind'] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** `value` is as the URL parameter takes it. A facet is counted as if its own filter were not set. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
  /** What to show, where the value alone does not say it: an employer's name. */
  readonly label?: string;
}

/** What an engine answers: ids only. Whoever shows them reads the rows through the public view. */
export interface EngineAnswer {
  readonly ids: readonly string[];
  /** The ads of `ids` as the public view shows them now, where the engine could read them along. */
  readonly rows?: readonly PublicJob[];
  /** The full count, also beyond what can be paged to. */
  readonly total: number;
  /** `total` or a facet count is an estimate. */
  readonly about: boolean;
  readonly facets: Readonly<Partial<Record<FacetName, readonly FacetCount[]>>>;
  /** The words searched instead, when the typed ones found nothing and a correction did; else null. */
  readonly corrected: string | null;
  /** Matches left out because they name no pay, while a salary floor is set; else 0. */
  readonly withoutPay: number;
  /** Currencies among the matches, most frequent first: what a salary sort or floor can be asked in. */
  readonly currencies: readonly string[];
  /** The one currency that a salary sort compared; ads in others, and without pay, follow. Null for other sorts. */
  readonly sortCurrency: string | null;
}

/** One of the two engines. Throws when it cannot answer; never returns a guess. */
export interface JobSearchEngine {
  readonly name: 'embedded' | 'meilisearch';
  search(plan: SearchPlan): Promise<EngineAnswer>;
}
