import type { ContactPoint } from '#worker/board/model/board.ts';
import { mailTo, represented, type SectionPlan } from '#worker/promises/model/documents/blocks.ts';
import type { Voice } from '#worker/promises/model/documents/document-voice.ts';

export const RESTRICTIONS: SectionPlan = {
  id: 'restrictions',
  title: { en: 'When something is taken down' },
  plain: {
    en: 'Nobody but {controller} publishes here today, so nobody’s posts are restricted. Anybody may say that an ad is wrong or unlawful.',
  },
  details: ({ policy }, { say }) => [
    {
      is: 'list',
      items: [
        say({
          en: 'Write to {general-mail} with the address of the ad and what is wrong with it. That costs nothing and needs no account.',
        }),
        say({
          en: 'A person looks at it. An ad that is unlawful, a fraud, asks for money, discriminates or is not a job is taken down; a wrong one is corrected or taken down.',
        }),
        say({
          en: 'You get an answer with the reason. If you disagree, answer it, and it is looked at once more. You may always go to a court or an authority.',
        }),
        say({
          en: 'A network that sends too many requests is told “too many” until it slows down; single ads and pages like this one stay open even then. Whoever types wrong passwords waits longer from try to try. Nothing else is ever blocked.',
        }),
      ],
    },
    {
      is: 'paragraph',
      text: say({
        en: 'This is what {law.dsa-14} asks these terms to say. Before others can post here, the rules for their posts come into this section.',
      }),
    },
    { is: 'links', items: [mailTo(policy.board.contact.general)] },
  ],
};

export const CONTACT_POINTS: SectionPlan = {
  id: 'contact-points',
  title: { en: 'Whom to write to' },
  plain: { en: 'A person reads and answers, not a machine.' },
  details: ({ policy }, voice) => {
    const { authorities, people } = policy.board.contactPoints;
    return [
      {
        is: 'terms',
        items: [
          { term: voice.say({ en: 'Everybody ({law.dsa-12})' }), text: reached(people, voice) },
          {
            term: voice.say({ en: 'Authorities of the member states, the Commission and the Board ({law.dsa-11})' }),
            text: reached(authorities, voice),
          },
          ...represented(policy.board.controller, voice.say),
          { term: voice.say({ en: 'By post' }), text: voice.say({ en: '{controller-post}, {controller-country}' }) },
        ],
      },
      { is: 'links', items: [{ href: '/contact', text: voice.say({ en: 'All ways to reach us' }) }] },
    ];
  },
};

function reached({ mail, languages }: ContactPoint, { say, list, languageNamed }: Voice): string {
  return say({ en: '{mail}, in {languages}' }, { mail, languages: list(languages.map(languageNamed)) });
}

export const LAW: SectionPlan = {
  id: 'law',
  title: { en: 'If something goes wrong' },
  plain: {
    en: '{controller} answers for what it does wrong, as the law says. These terms take nothing away from rights that the law gives you.',
  },
  details: (_, { say }) => [
    {
      is: 'list',
      items: [
        say({
          en: 'The law of {controller-country} holds. If you are a consumer, what protects you where you live holds as well, and you may go to court there.',
        }),
        say({ en: 'If one sentence of these terms should not hold, the others do.' }),
      ],
    },
  ],
};
