import type { Store } from '#worker/board/model/board.ts';
import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';
import type { Words } from '#worker/promises/model/words.ts';

const STORES: Readonly<Record<Store, Words>> = {
  database: { en: 'Database' },
  search: { en: 'Search index' },
  files: { en: 'Files' },
  logs: { en: 'Log' },
};

const ORDER: readonly Store[] = ['database', 'search', 'files', 'logs'];

export const PLACES: SectionPlan = {
  id: 'places',
  title: { en: 'In which countries' },
  plain: { en: 'Each place where data lies is named here, down to the country.' },
  details: ({ policy }, { say, country }) => [
    {
      is: 'table',
      caption: say({ en: 'Where data lies' }),
      columns: [say({ en: 'What' }), say({ en: 'Country' }), say({ en: 'Where' }), say({ en: 'Encrypted where it lies' })],
      rows: ORDER.map((store) => {
        const { country: code, place, atRest } = policy.board.dataLocations[store];
        return [say(STORES[store]), country(code), say(place), say(atRest)];
      }),
    },
  ],
};
