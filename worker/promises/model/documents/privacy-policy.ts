import { sectionFrom } from '#worker/promises/model/documents/blocks.ts';
import { type DocumentSource, voiceOf } from '#worker/promises/model/documents/document-voice.ts';
import { COOKIES_SECTION } from '#worker/promises/model/documents/privacy/cookies.ts';
import { ADS, DATA } from '#worker/promises/model/documents/privacy/data.ts';
import { CHILDREN, GIVING, MACHINES } from '#worker/promises/model/documents/privacy/people.ts';
import { PLACES } from '#worker/promises/model/documents/privacy/places.ts';
import { PURPOSES_SECTION } from '#worker/promises/model/documents/privacy/purposes.ts';
import { RECIPIENTS_SECTION } from '#worker/promises/model/documents/privacy/recipients.ts';
import { RETENTION_SECTION } from '#worker/promises/model/documents/privacy/retention.ts';
import { OBJECTING, RIGHTS_SECTION } from '#worker/promises/model/documents/privacy/rights.ts';
import { SECURITY } from '#worker/promises/model/documents/privacy/security.ts';
import { TODAY } from '#worker/promises/model/documents/privacy/today.ts';
import { WHO } from '#worker/promises/model/documents/privacy/who.ts';
import { changesSection } from '#worker/promises/model/documents/shared-sections.ts';
import type { PolicyDocument } from '#worker/promises/model/policy-document.ts';

const SECTIONS = [
  WHO,
  TODAY,
  DATA,
  ADS,
  PURPOSES_SECTION,
  RECIPIENTS_SECTION,
  PLACES,
  RETENTION_SECTION,
  COOKIES_SECTION,
  RIGHTS_SECTION,
  OBJECTING,
  GIVING,
  MACHINES,
  CHILDREN,
  SECURITY,
  changesSection('/privacy'),
];

/** What the board does with data, whole. */
export function privacyPolicy(source: DocumentSource): PolicyDocument {
  const { say } = voiceOf(source);
  return {
    id: 'privacy',
    version: source.version.version,
    effective: source.version.effective,
    language: source.language,
    title: say({ en: 'Privacy policy' }),
    summary: say({
      en: 'You can search and read here without an account, and nobody watches. What is kept all the same, why and for how long, stands below, to the last table. Each promise leads to the tests that prove it.',
    }),
    sections: SECTIONS.map((plan) => sectionFrom(plan, { id: 'privacy', source })),
  };
}
