import type { Board } from '#worker/board/model/board.ts';
import type { JobQuery } from '#worker/jobs/model/job-query.ts';
import type { FacetValue } from '#worker/jobs/model/job-view.ts';
import { EMPLOYMENT_TYPE_LABELS, floorLabel, KIND_LABELS, POSTED_LABELS, remoteLabel } from '#worker/jobs/model/labels.ts';
import { formatSalaryFloor } from '#worker/jobs/model/salary-floor.ts';
import { countryName, languageName } from '#worker/kernel/display-names.ts';

type Counts = Readonly<Record<string, readonly { readonly value: string; readonly count: number }[] | undefined>>;

export interface FacetContext {
  readonly board: Pick<Board, 'categories'>;
  readonly query: JobQuery;
  /** Employers' names by slug. */
  readonly employers: ReadonlyMap<string, string>;
}

/** Facets with what people call their values. A selected value is always among them, even when nothing has it. */
export function presentFacets(counts: Counts, context: FacetContext): Readonly<Record<string, readonly FacetValue[]>> {
  const entries = Object.entries(counts).map(([name, values = []]): readonly [string, readonly FacetValue[]] => {
    const selected = selectedValues(name, context.query);
    const missing = selected.filter((value) => !values.some((counted) => counted.value === value)).map((value) => ({ value, count: 0 }));
    const all = [...values, ...missing];
    return [
      name,
      all.map(({ value, count }) => ({ value, label: label(name, value, context), count, selected: selected.includes(value) })),
    ];
  });
  return Object.fromEntries(entries);
}

function selectedValues(facet: string, query: JobQuery): readonly string[] {
  switch (facet) {
    case 'category':
    case 'type':
    case 'employer':
    case 'language':
    case 'country':
    case 'kind':
      return query[facet];
    case 'remote':
      return query.remote === null ? [] : [query.remote === true ? '1' : query.remote];
    case 'posted':
      return query.posted === null ? [] : [query.posted];
    case 'salary':
      return query.salary === null ? [] : [formatSalaryFloor(query.salary)];
    default:
      return [];
  }
}

function label(facet: string, value: string, { board, employers }: FacetContext): string {
  switch (facet) {
    case 'category':
      return categoryLabel(board, value);
    case 'country':
      return countryName(value, 'en');
    case 'language':
      return languageName(value, 'en');
    case 'employer':
      return employers.get(value) ?? value;
    case 'remote':
      return remoteLabel(value);
    case 'salary':
      return floorLabel(value);
    default:
      return FIXED_LABELS[value] ?? value;
  }
}

const FIXED_LABELS: Readonly<Record<string, string>> = { ...EMPLOYMENT_TYPE_LABELS, ...KIND_LABELS, ...POSTED_LABELS };

/** What the board calls a category, in English as everything that the API names. */
export function categoryLabel(board: Pick<Board, 'categories'>, id: string): string {
  return board.categories.find((category) => category.id === id)?.label.en ?? id;
}
