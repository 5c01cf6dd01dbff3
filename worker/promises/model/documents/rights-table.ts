import type { Jurisdiction } from '#worker/board/model/board.ts';
import type { DocumentSource, Voice } from '#worker/promises/model/documents/document-voice.ts';
import { nameOfLaw } from '#worker/promises/model/laws.ts';
import type { PolicyBlock } from '#worker/promises/model/policy-document.ts';
import { DEADLINE_WORDS, LONGER_WORDS, type Right, rightsUnder } from '#worker/promises/model/rights.ts';

/** The rights that some laws give, each with the way and the time of the first law that gives it. */
export function rightsTable(laws: readonly Jurisdiction[], { say }: Voice): PolicyBlock {
  const wayOf = ({ page }: Right) => {
    if (page === null) return say({ en: 'By mail or post' });
    return page.startsWith('/account/')
      ? say({ en: 'In your account, or by mail or post' })
      : say({ en: 'On the page linked below, or by mail or post' });
  };
  const rows = rightsUnder(laws).map((right) => {
    const law = laws.find((one) => right.law[one] !== undefined) ?? 'gdpr';
    const place = right.law[law];
    return [
      say(right.name),
      say(right.means),
      wayOf(right),
      say(DEADLINE_WORDS[law][right.deadline]),
      place ? nameOfLaw(place) : say({ en: 'Given by us' }),
    ];
  });
  const columns = [say({ en: 'You may' }), say({ en: 'What happens' }), say({ en: 'How' }), say({ en: 'By when' }), say({ en: 'Law' })];
  return { is: 'table', caption: say({ en: 'Your rights' }), columns, rows };
}

/** What the laws say of the time beyond the table. */
export function longerAnswers(laws: readonly Jurisdiction[], { say }: Voice): readonly PolicyBlock[] {
  return laws.map((law) => ({ is: 'paragraph', text: say(LONGER_WORDS[law]) }));
}

/** The pages and addresses where rights are used. */
export function waysToAsk({ policy }: DocumentSource, { say }: Voice): PolicyBlock {
  const { mail } = policy.board.dataProtection;
  return {
    is: 'links',
    items: [
      { href: `mailto:${mail}`, text: say({ en: 'Write to {privacy-mail}' }) },
      { href: '/account/privacy', text: say({ en: 'Privacy in your account' }) },
      { href: '/cookies/choices', text: say({ en: 'Your cookie choices' }) },
      { href: '/california/choices', text: say({ en: 'Your privacy choices' }) },
    ],
  };
}
