import { EVERYTHING, type JobQuery } from '#worker/jobs/model/job-query.ts';
import { formatSalaryFloor } from '#worker/jobs/model/salary-floor.ts';

/** The one string of a search, without a leading `?`; empty for everything. Reading it back gives the same query. */
export function canonicalQuery(query: JobQuery): string {
  const params = new URLSearchParams();
  const add = (name: string, value: string | number | null): void => {
    if (value !== null && value !== '') params.append(name, String(value));
  };
  const addAll = (name: string, values: readonly string[]): void => {
    for (const value of [...values].sort()) add(name, value);
  };
  add('q', query.words);
  add('place', query.place);
  add('radius', query.radius);
  add('remote', query.remote === true ? '1' : query.remote);
  addAll('country', query.country);
  addAll('category', query.category);
  addAll('type', query.type);
  addAll('employer', query.employer);
  addAll('language', query.language);
  add('posted', query.posted);
  add('salary', query.salary === null ? null : formatSalaryFloor(query.salary));
  addAll('kind', query.kind);
  add('sort', query.sort);
  add('page', query.page === EVERYTHING.page ? null : query.page);
  return params.toString();
}
