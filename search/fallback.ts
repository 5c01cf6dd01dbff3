import { type Breaker, createBreaker } from '#search/breaker.ts';
import type { EngineAnswer, JobSearchEngine, SearchPlan } from '#search/engine.ts';
import { type Filled, rememberFilled } from '#search/filled.ts';

/** How long a search may wait for the first engine. */
export const BUDGET_MS = 300;

export interface SearchWithFallback {
  /** Null where only the embedded engine is configured. */
  readonly primary: JobSearchEngine | null;
  /** Whether the first engine has been given the whole board: one that was just switched on knows next to nothing. */
  readonly isFilled: () => Promise<boolean>;
  readonly embedded: JobSearchEngine;
  readonly now: () => number;
  /** This isolate's, if not given. */
  readonly breaker?: Breaker;
  /** This isolate's, if not given. */
  readonly filled?: Filled;
  readonly budget?: number;
}

export interface Answered {
  readonly answer: EngineAnswer;
  readonly engine: JobSearchEngine['name'];
  /** The first engine should have answered and did not. */
  readonly degraded: boolean;
}

/** The one state that outlives a request: whether this isolate may hope for a whole answer of the first engine. */
const isolateBreaker = createBreaker();
const isolateFilled = rememberFilled();

/** Asks the first engine within its budget, and the embedded one where that fails or is known to be down. */
export function searchWithFallback(options: SearchWithFallback): (plan: SearchPlan) => Promise<Answered> {
  const { primary, isFilled, embedded, now, breaker = isolateBreaker, filled = isolateFilled, budget = BUDGET_MS } = options;
  return async (plan) => {
    if (primary === null) return { answer: await embedded.search(plan), engine: embedded.name, degraded: false };
    if ((await filled(isFilled)) && breaker.mayAsk(now())) {
      try {
        const answer = await within(budget, primary.search(plan));
        breaker.succeeded();
        return { answer, engine: primary.name, degraded: false };
      } catch {
        breaker.failed(now());
      }
    }
    return { answer: await embedded.search(plan), engine: embedded.name, degraded: true };
  };
}

async function within<T>(budget: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The search engine did not answer in time.')), budget);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
