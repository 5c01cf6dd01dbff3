import type { DataCategory } from '#worker/promises/model/data-categories.ts';
import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';
import { LAW_CATEGORIES } from '#worker/promises/model/documents/california/law-categories.ts';
import type { DocumentSource, Voice } from '#worker/promises/model/documents/document-voice.ts';
import { PURPOSES } from '#worker/promises/model/purposes.ts';
import { type RetentionRule, ruleOf } from '#worker/promises/model/retention.ts';

export const COLLECTED: SectionPlan = {
  id: 'collected',
  title: { en: 'What is collected' },
  plain: {
    en: 'Very little about you: what your browser sends to get an answer, what you search for (for that moment only), your cookie choice, and your mail if you write.',
  },
  details: (source, voice) => [
    {
      is: 'table',
      caption: voice.say({ en: 'Personal information' }),
      columns: [
        voice.say({ en: 'Category of the law' }),
        voice.say({ en: 'What it is here' }),
        voice.say({ en: 'From where' }),
        voice.say({ en: 'What for' }),
        voice.say({ en: 'How long it is kept' }),
      ],
      rows: source.policy.dataCategories.flatMap((category) => rowOf(category, source, voice)),
    },
    { is: 'links', items: [{ href: '/privacy#retention', text: voice.say({ en: 'From when each period is counted' }) }] },
  ],
};

/** Nothing for data that names nobody. */
function rowOf(category: DataCategory, { policy }: DocumentSource, voice: Voice): readonly (readonly string[])[] {
  if (category.california.length === 0) return [];
  const { say } = voice;
  const purposes = PURPOSES.filter(({ id }) => category.purposes.includes(id)).map(({ name }) => say(name));
  return [
    [
      category.california.map((one) => say(LAW_CATEGORIES[one])).join('; '),
      `${say(category.name)}: ${say(category.holds)}`,
      say(category.source),
      purposes.join('; '),
      keptFor(category, policy.retention, voice),
    ],
  ];
}

function keptFor({ retention, keptBy }: DataCategory, rules: readonly RetentionRule[], { say, period }: Voice): string {
  if (keptBy !== undefined) return say(keptBy);
  if (retention.length === 0) return say({ en: 'Not kept: used for the moment of the answer' });
  return retention
    .map((id) => ruleOf(rules, id))
    .map(({ what, keep }) => `${say(what)}: ${period(keep)}`)
    .join('; ');
}
