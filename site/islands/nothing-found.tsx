import { activeFilters } from '#site/lib/filters.ts';
import { having, without } from '#site/lib/paths.ts';
import type { Voice } from '#site/lib/voice.ts';
import type { SearchView } from '#worker/jobs/model/job-view.ts';

const WIDER = [10, 25, 50, 100, 200];
const MOST_WORDS = 4;
/** As the address writes it under the place. */
const REMOTE = 'remote';

interface Way {
  readonly text: string;
  readonly href: string;
}

/** Says that nothing matches, and offers each thing that could be asked less strictly as a link. */
export function NothingFound({ view, voice }: { view: SearchView; voice: Voice }) {
  const ways = waysOut(view, voice);
  if (ways.length === 0) return <p class="empty">{voice.t('search.empty.plain')}</p>;
  return (
    <div class="empty">
      <p>{voice.t('search.empty')}</p>
      <ul>
        {ways.map(({ text, href }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function waysOut(view: SearchView, voice: Voice): readonly Way[] {
  const { t, paths } = voice;
  const search = new URLSearchParams(view.query);
  const words = search.get('q');
  const filters = activeFilters(view, voice).filter(({ name }) => name !== 'place');
  const ways = [
    ...placeWays(view, voice),
    ...filters.map(({ name, value, label }) => ({
      text: t('search.empty.without', { filter: label }),
      href: paths.jobs(without(search, name, value)),
    })),
    ...wordWays(view, voice),
    ...(words === null ? [] : [{ text: t('search.empty.words', { words }), href: paths.jobs(without(search, 'q')) }]),
  ];
  const everything = { text: t('search.empty.all'), href: paths.jobs() };
  return ways.length === 0 ? [] : [...ways.filter(({ href }) => href !== everything.href), everything];
}

/** One word less at a time; a search of many words is easier asked anew. */
function wordWays(view: SearchView, { t, paths }: Voice): readonly Way[] {
  const search = new URLSearchParams(view.query);
  const words = (search.get('q') ?? '').match(/-?"[^"]*"?|\S+/g) ?? [];
  if (words.length < 2 || words.length > MOST_WORDS) return [];
  return words.map((word, index) => {
    const rest = words.toSpliced(index, 1).join(' ');
    if (word.toLowerCase() === REMOTE && !search.has('place')) {
      return { text: t('search.empty.remote', { rest }), href: paths.jobs(having(having(search, 'q', rest), 'place', REMOTE)) };
    }
    return { text: t('search.empty.without', { filter: word.replaceAll('"', '') }), href: paths.jobs(having(search, 'q', rest)) };
  });
}

function placeWays(view: SearchView, { t, format, paths }: Voice): readonly Way[] {
  const search = new URLSearchParams(view.query);
  const place = view.place?.name ?? search.get('place');
  if (place === null) return [];
  const radius = view.place?.radiusKm ?? null;
  const wider = radius === null ? undefined : WIDER.find((km) => km > radius);
  const anywhere = { text: t('search.empty.anywhere', { place }), href: paths.jobs(without(search, 'place')) };
  if (wider === undefined) return [anywhere];
  return [
    {
      text: t('search.empty.wider', { place, distance: format.distance(wider) }),
      href: paths.jobs(having(search, 'radius', String(wider))),
    },
    anywhere,
  ];
}
