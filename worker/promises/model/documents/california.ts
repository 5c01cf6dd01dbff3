import { sectionFrom } from '#worker/promises/model/documents/blocks.ts';
import { COLLECTED } from '#worker/promises/model/documents/california/collected.ts';
import { DISCLOSED, SIGNAL, SOLD } from '#worker/promises/model/documents/california/disclosed.ts';
import { ASKING, RIGHTS } from '#worker/promises/model/documents/california/rights.ts';
import { type DocumentSource, voiceOf } from '#worker/promises/model/documents/document-voice.ts';
import { changesSection } from '#worker/promises/model/documents/shared-sections.ts';
import type { PolicyDocument } from '#worker/promises/model/policy-document.ts';

const SECTIONS = [COLLECTED, SOLD, DISCLOSED, SIGNAL, RIGHTS, ASKING, changesSection('/california')];

/** What California's law wants its residents to be told. It is printed by every board: its rights are given to everybody. */
export function california(source: DocumentSource): PolicyDocument {
  const { say } = voiceOf(source);
  return {
    id: 'california',
    version: source.version.version,
    effective: source.version.effective,
    language: source.language,
    title: say({ en: 'Notice for California' }),
    summary: say({
      en: 'For people who live in California, in the words of their law; others may use it as well. Nothing is sold. What may be shared for advertising is said below, and one press or your browser’s signal ends it.',
    }),
    sections: SECTIONS.map((plan) => sectionFrom(plan, { id: 'california', source })),
  };
}
