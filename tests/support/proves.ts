declare module 'vitest' {
  interface TaskMeta {
    /** Ids of the clauses that a test proves. */
    proves?: readonly string[];
    /** Ids of the clauses that it speaks for beside, where it needs what not every machine has. */
    supports?: readonly string[];
  }
}

/**
 * Marks a test as the proof of promises: `test('a search sets no cookie', proves('search-forgets'), async () => …)`. Ids are written out:
 * the lint and the page of promises read them from the source. Only for tests that run wherever a browser does.
 */
export function proves(...clauses: readonly string[]) {
  return { meta: { proves: clauses } };
}

/** Marks a test as further evidence: one that needs a Meilisearch, another server or the network. */
export function supports(...clauses: readonly string[]) {
  return { meta: { supports: clauses } };
}
