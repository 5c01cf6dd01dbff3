import { sectionFrom } from '#worker/promises/model/documents/blocks.ts';
import { type DocumentSource, voiceOf } from '#worker/promises/model/documents/document-voice.ts';
import { DECIDED } from '#worker/promises/model/documents/privacy/decided.ts';
import { changesSection } from '#worker/promises/model/documents/shared-sections.ts';
import { ADS_TERMS, LINKS, MACHINES_TERMS, RANKING } from '#worker/promises/model/documents/terms/content.ts';
import { CONTACT_POINTS, LAW, RESTRICTIONS } from '#worker/promises/model/documents/terms/duties.ts';
import { ACCOUNTS, FAIR_USE, OFFER, POSTS, PROGRAMS } from '#worker/promises/model/documents/terms/using.ts';
import type { PolicyDocument } from '#worker/promises/model/policy-document.ts';

const SECTIONS = [
  OFFER,
  ACCOUNTS,
  POSTS,
  FAIR_USE,
  PROGRAMS,
  ADS_TERMS,
  RANKING,
  LINKS,
  RESTRICTIONS,
  MACHINES_TERMS,
  CONTACT_POINTS,
  LAW,
  DECIDED,
  changesSection('/terms', ['changes']),
];

/** The rules of using the board, both ways. */
export function terms(source: DocumentSource): PolicyDocument {
  const { say } = voiceOf(source);
  return {
    id: 'terms',
    version: source.version.version,
    effective: source.version.effective,
    language: source.language,
    title: say({ en: 'Terms' }),
    summary: say({
      en: '{board} shows job ads, and takes yours, for free. You may search, read, link and copy single ads; please do not flood it. What you post is looked at by a person, by rules that you can read. Nobody pays to stand higher.',
    }),
    sections: SECTIONS.map((plan) => sectionFrom(plan, { id: 'terms', source })),
  };
}
