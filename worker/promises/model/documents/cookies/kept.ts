import { type SectionPlan, tableOr } from '#worker/promises/model/documents/blocks.ts';
import { CATEGORIES, cookieTable, prefixNote } from '#worker/promises/model/documents/cookie-tables.ts';
import { OPTIONAL_CATEGORIES } from '#worker/promises/model/services.ts';

export const ESSENTIAL: SectionPlan = {
  id: 'essential',
  title: { en: 'Essential' },
  plain: {
    en: 'Once you have chosen, your choice has to be remembered, or you would be asked on every page. That needs one cookie, and after a yes a second one. Signing in needs cookies, too. They hold no name, and they follow you nowhere.',
  },
  details: (source, voice) => [
    cookieTable(source, { voice, categories: ['essential'] }),
    prefixNote(voice),
    {
      is: 'paragraph',
      text: voice.say({ en: 'The law lets these be set without asking, because they do what you asked for ({law.eprivacy-5-3}).' }),
    },
  ],
};

export const OPTIONAL: SectionPlan = {
  id: 'optional',
  title: { en: 'Only if you say yes' },
  plain: {
    en: 'Analytics and marketing are two separate questions, and each service in them is one of its own. All of them are off until you switch them on.',
  },
  details: (source, voice) => {
    const { say } = voice;
    return [
      tableOr(
        {
          caption: say({ en: 'Services that may be asked for' }),
          columns: [say({ en: 'Service' }), say({ en: 'Category' }), say({ en: 'What it does' }), say({ en: 'Who gets data' })],
          rows: source.policy.services.map(({ name, category, does, recipient }) => [
            name,
            say(CATEGORIES[category]),
            say(does),
            recipient === null ? say({ en: 'Nobody but us' }) : recipient.name,
          ]),
        },
        say({ en: 'This board uses no optional service, so there is nothing to ask.' }),
      ),
      cookieTable(source, { voice, categories: OPTIONAL_CATEGORIES }),
    ];
  },
  promises: ['measuring'],
};
