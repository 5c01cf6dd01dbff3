import type { ContactPoint } from '#worker/board/model/board.ts';
import { mailTo, represented, type SectionPlan } from '#worker/promises/model/documents/blocks.ts';
import type { Voice } from '#worker/promises/model/documents/document-voice.ts';

export const RESTRICTIONS: SectionPlan = {
  id: 'restrictions',
  title: { en: 'When something is taken down' },
  plain: {
    en: 'A person decides, by the rules beside the form and the law, and gives reasons in writing. Whoever disagrees is heard by another person.',
  },
  details: ({ policy }, { say }) => [
    {
      is: 'list',
      items: [
        say({
          en: 'Before an ad is public it is approved, sent back with the rules that it breaks, or changed in words that its author is then shown. Programs point at words and links; they decide nothing.',
        }),
        say({
          en: 'Anybody may report an ad, by the link below it or by mail to {general-mail}. That needs no account and costs nothing. Each report gets a receipt and an answer. It takes nothing down by itself.',
        }),
        say({
          en: 'A moderator may freeze an ad while it is looked at, for {keep.freezes} at the longest. An ad that is unlawful or breaks the rules is removed. Who posts such ads again and again, or pretends to be an employer, is suspended, after a warning where that can wait.',
        }),
        say({
          en: 'Whoever’s ad or account that concerns gets the reasons by mail: the rule or the law, what was looked at, and whether somebody reported it, but not who.',
        }),
        say({
          en: 'For {keep.case-files} authors and those who reported can object. Somebody else than the first decides; where a board has one moderator, it says so. What was wrong is put right. You may always go to a court, or to a body for settling disputes out of court.',
        }),
        say({
          en: 'Whoever sends {notices.unfounded} reports that are plainly unfounded within {notices.counted-for} is told so, and waits {notices.slowed-for} before the next is taken in.',
        }),
        say({
          en: 'A network that sends too many requests is told “too many” until it slows down; single ads and pages like this one stay open even then. Each network is shown so many contacts a day. Whoever types wrong passwords waits longer from try to try.',
        }),
      ],
    },
    {
      is: 'paragraph',
      text: say({ en: 'This is what {law.dsa-14} asks these terms to say.' }),
    },
    {
      is: 'links',
      items: [{ href: '/transparency', text: say({ en: 'What was decided, in numbers' }) }, mailTo(policy.board.contact.general)],
    },
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
