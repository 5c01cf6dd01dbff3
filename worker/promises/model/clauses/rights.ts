import type { Clause } from '#worker/promises/model/clause.ts';

export const RIGHTS: readonly Clause[] = [
  {
    id: 'purposes-closed-list',
    origins: ['NEC-04', 'NET-17'],
    topic: 'rights',
    state: 'kept',
    words: {
      en: 'Whatever the board stores has a purpose from one closed list, and every field of it is entered in a map. What is not entered fails our checks.',
    },
    enforcedBy: ['worker/promises/model/purposes.ts', 'db/data-map.ts'],
  },
  {
    id: 'one-basis-each',
    origins: ['NEC-05'],
    topic: 'rights',
    state: 'kept',
    words: { en: 'Each purpose has exactly one legal basis, and the privacy page names it.' },
    enforcedBy: ['worker/promises/model/purposes.ts', 'worker/promises/model/legal-bases.ts'],
  },
  {
    id: 'each-right-has-a-way',
    origins: ['NEC-20', 'PRO-09', 'PRO-10', 'JTW-12'],
    topic: 'rights',
    state: 'kept',
    words: {
      en: 'For each of your rights the privacy page names a way that works today, by mail and by post, and the deadline that the law sets us.',
    },
    enforcedBy: ['worker/promises/model/rights.ts', 'worker/promises/model/documents/rights-table.ts'],
  },
  {
    id: 'copy-by-button',
    origins: ['NEC-20', 'NET-40'],
    topic: 'rights',
    state: 'kept',
    words: {
      en: 'You download everything that is kept about your account by a button, for people and for programs. Only you can open it, and after {keep.data-exports} the file is gone.',
    },
    note: { en: 'Only you can open the copy, and after {keep.data-exports} it is gone.' },
    enforcedBy: ['worker/privacy/ask-copy.ts', 'db/data-map.ts'],
  },
  {
    id: 'freeze-by-button',
    origins: ['NEC-20', 'PRO-09'],
    topic: 'rights',
    state: 'kept',
    words: {
      en: 'You can freeze your account yourself: then everything is kept, and nothing else is done with it, until you end the freeze.',
    },
    enforcedBy: ['worker/accounts/model/frozen.ts'],
  },
  {
    id: 'request-form',
    origins: ['NEC-09', 'NEC-20', 'PRO-09', 'PRO-10'],
    topic: 'rights',
    state: 'planned',
    words: { en: 'A form takes every kind of request, with or without account, and works out the deadline of the law that you name.' },
    enforcedBy: [],
  },
  {
    id: 'requests-in-time',
    origins: ['NET-44'],
    topic: 'rights',
    state: 'planned',
    words: { en: 'Each request has a due date; if we need longer, you are told why before it passes.' },
    enforcedBy: [],
  },
  {
    id: 'refusal-with-reason',
    origins: ['NET-41'],
    topic: 'rights',
    state: 'planned',
    words: { en: 'A request that must be refused is refused with the reason and with where to complain.' },
    enforcedBy: [],
  },
  {
    id: 'identity-check-small',
    origins: ['NET-37'],
    topic: 'rights',
    state: 'planned',
    words: { en: 'To find your data we ask no more than is needed, and keep none of it afterwards.' },
    enforcedBy: [],
  },
];
