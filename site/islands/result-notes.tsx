import type { ComponentChildren } from 'preact';
import { FILTERS, floorOf, messageFor } from '#site/lib/filters.ts';
import { having, without } from '#site/lib/paths.ts';
import type { Voice } from '#site/lib/voice.ts';
import type { MessageKey } from '#site/messages/translate.ts';
import { LAST_PAGE, PAGE_SIZE } from '#worker/jobs/model/job-query.ts';
import type { SearchView } from '#worker/jobs/model/job-view.ts';

/** What was asked for and could not be done as asked. */
export interface Asked {
  /** Parameters whose values could not be read; they are left out of the search. */
  readonly ignored: readonly { readonly field: string; readonly value: string }[];
  /** The page asked for, where there is no such page. */
  readonly page: number | null;
}

interface NotesProps {
  readonly view: SearchView;
  readonly voice: Voice;
  readonly asked: Asked;
}

/** What the reader should know about these results, and what to do about it. */
export function ResultNotes(props: NotesProps) {
  const notes = [meant(props), otherPlaces(props), ...ignored(props), leftOut(props), currencies(props), ...standing(props)];
  const said = notes.filter((note) => note !== null);
  return said.length === 0 ? null : (
    <div class="notes">
      {said.map((note, index) => (
        <p key={index}>{note}</p>
      ))}
    </div>
  );
}

type Note = ComponentChildren | null;

const MOST_PLACES = 5;

function meant({ view, voice: { t, paths } }: NotesProps): Note {
  const search = new URLSearchParams(view.query);
  const typed = (search.get('q') ?? '').replaceAll('"', '');
  if (view.didYouMean === null) return null;
  return (
    <>
      {t('search.note.meant', { typed, meant: view.didYouMean })}{' '}
      <a href={paths.jobs(having(search, 'q', `"${typed}"`))}>{t('search.note.literal', { typed })}</a>
    </>
  );
}

function otherPlaces({ view, voice: { t, paths } }: NotesProps): Note {
  if (view.place === null || view.place.others.length === 0) return null;
  const search = new URLSearchParams(view.query);
  return (
    <>
      {t('search.note.place', { place: view.place.label })}
      {view.place.others.slice(0, MOST_PLACES).map(({ id, label }, index) => (
        <>
          {index === 0 ? ' ' : ' · '}
          <a href={paths.jobs(having(search, 'place', id))}>{label}</a>
        </>
      ))}
    </>
  );
}

function ignored({ asked, voice: { t } }: NotesProps): readonly Note[] {
  return asked.ignored.map(({ field, value }) => {
    if (field === 'place') return t('search.note.ignored.place', { value });
    if (field === 'q') return t('search.note.ignored.q');
    if (field === 'sort' && value === 'distance') return t('search.note.ignored.distance');
    return t('search.note.ignored', { field: t(fieldKey(field)), value });
  });
}

function leftOut({ view, voice: { t, paths } }: NotesProps): Note {
  if (view.withoutPay === 0) return null;
  const search = new URLSearchParams(view.query);
  return (
    <>
      {t('search.note.pay', { count: view.withoutPay })} <a href={paths.jobs(without(search, 'salary'))}>{t('search.note.pay.show')}</a>
    </>
  );
}

function currencies({ view, voice: { t, paths } }: NotesProps): Note {
  const search = new URLSearchParams(view.query);
  const floor = search.get('salary');
  if (floor === null || floorOf(floor).currency !== null || view.currencies.length < 2) return null;
  return (
    <>
      {t('search.note.currency')}
      {view.currencies.map((currency, index) => (
        <>
          {index === 0 ? ' ' : ' · '}
          <a href={paths.jobs(having(search, 'salary', `${currency}${floor}`))}>{currency}</a>
        </>
      ))}
    </>
  );
}

function standing({ view, asked, voice: { t } }: NotesProps): readonly Note[] {
  const beyond = view.page === LAST_PAGE && view.total > LAST_PAGE * PAGE_SIZE;
  return [
    view.sort === 'salary' && view.sortCurrency !== null ? t('search.note.sorted', { currency: view.sortCurrency }) : null,
    asked.page === null || view.pages === 0 ? null : t('search.note.last', { asked: asked.page }),
    beyond ? t('search.note.limit', { count: LAST_PAGE * PAGE_SIZE }) : null,
    view.degraded ? t('search.note.degraded') : null,
  ];
}

/** What the page calls a parameter. */
function fieldKey(field: string): MessageKey {
  if (field === 'sort') return 'search.sort';
  return messageFor(FILTERS.some((name) => name === field) ? `search.facet.${field}` : `search.field.${field}`);
}
