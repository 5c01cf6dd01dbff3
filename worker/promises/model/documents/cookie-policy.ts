import { type SectionPlan, sectionFrom } from '#worker/promises/model/documents/blocks.ts';
import { CHOOSING, RECORD, SIGNAL } from '#worker/promises/model/documents/cookies/choosing.ts';
import { ESSENTIAL, OPTIONAL } from '#worker/promises/model/documents/cookies/kept.ts';
import { type DocumentSource, voiceOf } from '#worker/promises/model/documents/document-voice.ts';
import { changesSection } from '#worker/promises/model/documents/shared-sections.ts';
import type { PolicyDocument } from '#worker/promises/model/policy-document.ts';

const BROWSER: SectionPlan = {
  id: 'browser',
  title: { en: 'Your browser’s own settings' },
  plain: { en: 'You can forbid cookies altogether. Searching and reading work without any, and nobody asks you again and again.' },
  details: (_, { say }) => [
    {
      is: 'paragraph',
      text: say({
        en: 'Browsers keep a history of the pages that you open, and copies of some of them, for you. Nobody else reads those. The address of a search holds its words: delete your history if somebody who shares your device should not see them.',
      }),
    },
  ],
};

const SECTIONS = [ESSENTIAL, OPTIONAL, CHOOSING, SIGNAL, RECORD, BROWSER, changesSection('/cookies')];

/** What may be kept in a browser, when, and how one chooses. */
export function cookiePolicy(source: DocumentSource): PolicyDocument {
  const { say } = voiceOf(source);
  return {
    id: 'cookies',
    version: source.version.version,
    effective: source.version.effective,
    language: source.language,
    title: say({ en: 'Cookie policy' }),
    summary: say({
      en: 'Before you choose or sign in, {board} keeps nothing in your browser. After you choose, it keeps your choice; when you sign in, it keeps that you did. Everything else waits for your yes.',
    }),
    sections: SECTIONS.map((plan) => sectionFrom(plan, { id: 'cookies', source })),
  };
}
