import { Facets, SEARCH_FORM } from '#site/islands/facets.tsx';
import { JobList } from '#site/islands/job-list.tsx';
import { NothingFound } from '#site/islands/nothing-found.tsx';
import { type Asked, ResultNotes } from '#site/islands/result-notes.tsx';
import { type ActiveFilter, activeFilters } from '#site/lib/filters.ts';
import { having, onPage, without } from '#site/lib/paths.ts';
import { askedText, countText } from '#site/lib/search-line.ts';
import type { Voice } from '#site/lib/voice.ts';
import { SORTS } from '#worker/jobs/model/job-query.ts';
import type { SearchView } from '#worker/jobs/model/job-view.ts';

interface ResultsProps {
  readonly view: SearchView;
  readonly voice: Voice;
  readonly asked: Asked;
}

/**
 * All of a search but its form: rendered at the edge first, and again in the browser when the search follows typing. Attributes are
 * named as HTML names them: under another name the browser's first rendering would take them away and set them anew, and lose the focus.
 */
export function SearchResults({ view, voice, asked }: ResultsProps) {
  const active = activeFilters(view, voice);
  const search = new URLSearchParams(view.query);
  const sort = search.get('sort');
  return (
    <>
      <Facets view={view} voice={voice} active={active.filter(({ name }) => name !== 'place').length} />
      <section>
        {sort !== null && <input type="hidden" name="sort" value={sort} form={SEARCH_FORM} />}
        <div class="bar">
          <h1 tabindex={-1}>
            {countText(view, voice)} <small>{askedText(view, voice)}</small>
          </h1>
          {view.total > 1 && <Orders view={view} voice={voice} />}
        </div>
        <Chips active={active} search={search} voice={voice} />
        <ResultNotes view={view} voice={voice} asked={asked} />
        {view.jobs.length === 0 ? <NothingFound view={view} voice={voice} /> : <JobList jobs={view.jobs} voice={voice} heading="h2" />}
        <Pages view={view} voice={voice} />
        <p class="feed">
          <a href={voice.paths.feed('xml', onPage(search, 1))}>{voice.t('search.feed')}</a>
        </p>
      </section>
    </>
  );
}

function Orders({ view, voice: { t, paths } }: Omit<ResultsProps, 'asked'>) {
  const search = new URLSearchParams(view.query);
  const useful = SORTS.filter(
    (sort) => (sort !== 'relevance' || search.has('q')) && (sort !== 'distance' || typeof view.place?.radiusKm === 'number'),
  );
  return (
    <nav aria-label={t('search.sort')}>
      <ul class="orders">
        {useful.map((sort) => (
          <li key={sort}>
            <a href={paths.jobs(having(search, 'sort', sort))} rel="nofollow" aria-current={view.sort === sort ? 'true' : undefined}>
              {t(`search.sort.${sort}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ChipsProps {
  readonly active: readonly ActiveFilter[];
  readonly search: URLSearchParams;
  readonly voice: Voice;
}

function Chips({ active, search, voice: { t, paths } }: ChipsProps) {
  if (active.length === 0) return null;
  const words = search.get('q');
  const cleared = words === null ? '' : new URLSearchParams({ q: words });
  return (
    <ul class="chips" aria-label={t('search.filters.active')}>
      {active.map(({ name, value, label }) => (
        <li key={`${name}=${value}`}>
          <a href={paths.jobs(without(search, name, value))} rel="nofollow" aria-label={t('search.filters.remove', { filter: label })}>
            {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {active.length > 1 && (
        <li class="all">
          <a href={paths.jobs(cleared)}>{t('search.filters.clear')}</a>
        </li>
      )}
    </ul>
  );
}

function Pages({ view, voice: { t, paths } }: Omit<ResultsProps, 'asked'>) {
  if (view.pages < 2) return null;
  const search = new URLSearchParams(view.query);
  return (
    <nav class="pages" aria-label={t('search.pages')}>
      {view.page > 1 && (
        <a class="button plain" rel="prev" href={paths.jobs(onPage(search, view.page - 1))}>
          {t('search.pages.previous')}
        </a>
      )}
      {view.page < view.pages && (
        <a class="button plain" rel="next" href={paths.jobs(onPage(search, view.page + 1))}>
          {t('search.pages.next')}
        </a>
      )}
      <span class="here">{t('search.pages.here', { page: view.page, pages: view.pages })}</span>
    </nav>
  );
}
