import type { JobQuery, Sort } from '#worker/jobs/model/job-query.ts';
import type { Area } from '#worker/jobs/model/places.ts';
import type { FieldError } from '#worker/kernel/errors.ts';

/** The order of an answer: as asked, else by relevance where there are words and by age where there are none. */
export function decideSort({ sort, words }: Pick<JobQuery, 'sort' | 'words'>): Sort {
  if (sort === null || sort === 'relevance') return words === '' ? 'newest' : 'relevance';
  return sort;
}

/** What keeps a search from being ordered as asked. */
export function sortProblems({ sort }: Pick<JobQuery, 'sort'>, area: Area | null): readonly FieldError[] {
  if (sort !== 'distance' || area?.kind === 'circle') return [];
  return [{ field: 'sort', message: 'Distance is measured from a town: name one in place, or choose another order.' }];
}
