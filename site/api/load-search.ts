import { type Answer, type Send, searchJobs, UnexpectedAnswer } from '#site/api/api-client.ts';
import type { Asked } from '#site/islands/result-notes.tsx';
import { onPage } from '#site/lib/paths.ts';
import { board } from '#worker/board/model/this-board.ts';
import { canonicalQuery } from '#worker/jobs/model/canonical-query.ts';
import type { SearchView } from '#worker/jobs/model/job-view.ts';
import { parseJobQuery } from '#worker/jobs/model/parse-job-query.ts';
import type { FieldError } from '#worker/kernel/errors.ts';

export interface LoadedSearch {
  readonly view: SearchView;
  readonly asked: Asked;
}

/** The results for a page's own address. What the address says wrongly is left out and told; a page beyond the last becomes the last. */
export async function loadSearch(send: Send, params: URLSearchParams): Promise<LoadedSearch> {
  const filled = new URLSearchParams([...params].filter(([, value]) => value.trim() !== ''));
  const askedPage = Number(filled.get('page') ?? 1);
  const { query, problems } = parseJobQuery(filled, board);
  const tooFar = problems.some(({ field }) => field === 'page') && askedPage > 1;
  const search = new URLSearchParams(canonicalQuery(query));
  const first = await ask(send, tooFar ? onPage(search, Number.POSITIVE_INFINITY) : search);
  const last = Math.max(1, first.view.pages);
  const loaded = first.view.page > last ? await ask(send, onPage(first.search, last)) : first;
  const beyond = tooFar || first.view.page > last;
  const fields = [...problems, ...first.problems].map(({ field }) => field).filter((field) => !(tooFar && field === 'page'));
  const ignored = [...new Set(fields)].map((field) => ({ field, value: filled.getAll(field).join(', ') }));
  return { view: loaded.view, asked: { ignored, page: beyond ? askedPage : null } };
}

interface Asking {
  readonly view: SearchView;
  readonly search: URLSearchParams;
  readonly problems: readonly FieldError[];
}

/** Asks again without the fields that the API refuses, each once. */
async function ask(send: Send, search: URLSearchParams, problems: readonly FieldError[] = []): Promise<Asking> {
  const answer = await searchJobs(send, search.toString());
  if (answer.ok) return { view: answer.body, search, problems };
  const refused = refusedFields(answer, search);
  if (refused.length === 0) throw new UnexpectedAnswer(answer);
  const rest = new URLSearchParams([...search].filter(([name]) => !refused.some(({ field }) => field === name)));
  return ask(send, rest, [...problems, ...refused]);
}

function refusedFields(answer: Answer<SearchView>, search: URLSearchParams): readonly FieldError[] {
  if (answer.ok || answer.status !== 400) return [];
  return (answer.error.fields ?? []).filter(({ field }) => search.has(field));
}
