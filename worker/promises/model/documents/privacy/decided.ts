import { DECISIONS_NOW } from '#worker/promises/model/decisions.ts';
import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';

export const DECIDED: SectionPlan = {
  id: 'decided',
  title: { en: 'What had to be decided' },
  plain: {
    en: 'These terms and our policies keep what five policies of other job boards promise. Where they contradict each other or the law, this was decided:',
  },
  details: (_, { say }) => [
    {
      is: 'table',
      caption: say({ en: 'Decisions' }),
      columns: [say({ en: 'The contradiction' }), say({ en: 'What holds here' })],
      rows: DECISIONS_NOW.map(({ conflict, decided }) => [say(conflict), say(decided)]),
    },
  ],
};
