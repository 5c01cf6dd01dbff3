import { HOST_PREFIX } from '#worker/consent/model/cookie-names.ts';
import { CATEGORY_WORDS, NOTICE_WORDS } from '#worker/consent/model/notice-words.ts';
import type { DeclaredEntry } from '#worker/promises/model/cookies.ts';
import { tableOr } from '#worker/promises/model/documents/blocks.ts';
import type { DocumentSource, Voice } from '#worker/promises/model/documents/document-voice.ts';
import type { PolicyBlock } from '#worker/promises/model/policy-document.ts';
import type { Words } from '#worker/promises/model/words.ts';

const KINDS: Readonly<Record<DeclaredEntry['kind'], Words>> = {
  cookie: { en: 'Cookie' },
  'local-storage': { en: 'Storage that stays' },
  'session-storage': { en: 'Storage until the tab is closed' },
};

/** As the banner and the panel call them. */
export const CATEGORIES: Readonly<Record<DeclaredEntry['category'], Words>> = {
  essential: NOTICE_WORDS.essential,
  analytics: CATEGORY_WORDS.analytics.name,
  marketing: CATEGORY_WORDS.marketing.name,
};

/** What may be kept in a browser under some of the categories. */
export function cookieTable(
  source: DocumentSource,
  { voice, categories }: { readonly voice: Voice; readonly categories: readonly DeclaredEntry['category'][] },
): PolicyBlock {
  const { say, period } = voice;
  const entries = source.policy.cookies.filter(({ category }) => categories.includes(category));
  return tableOr(
    {
      caption: say({ en: 'What is kept in your browser' }),
      columns: [
        say({ en: 'Name' }),
        say({ en: 'What for' }),
        say({ en: 'Category' }),
        say({ en: 'How long, at most' }),
        say({ en: 'Set by' }),
      ],
      rows: entries.map(({ name, kind, purpose, category, lasts, setBy }) => [
        `${name} (${say(KINDS[kind])})`,
        say(purpose),
        say(CATEGORIES[category]),
        lasts === null ? say({ en: 'Until the browser is closed' }) : period(lasts),
        setBy,
      ]),
    },
    say({ en: 'Nothing is kept in your browser for these.' }),
  );
}

/** On https every one of the board's own names has the prefix. */
export function prefixNote({ say }: Voice): PolicyBlock {
  return {
    is: 'paragraph',
    text: say(
      {
        en: 'On an https address, and that is every address but that of a demonstration, our own names have {prefix} in front. Browsers then let no other site read or replace them.',
      },
      { prefix: HOST_PREFIX },
    ),
  };
}
