import type { LawPlace } from '#worker/promises/model/laws.ts';
import type { Words } from '#worker/promises/model/words.ts';

export type LegalBasisId = 'consent' | 'contract' | 'legal-duty' | 'legitimate-interest';

/** One of the grounds of GDPR 6(1) on which data may be handled at all. */
export interface LegalBasis {
  readonly law: LawPlace;
  readonly name: Words;
  readonly means: Words;
}

/** The four that boards use. Vital interests and public tasks are none of a job board's. */
export const LEGAL_BASES: Readonly<Record<LegalBasisId, LegalBasis>> = {
  consent: {
    law: 'gdpr-6-1-a',
    name: { en: 'Your consent' },
    means: { en: 'You said yes. You can take it back at any time, as easily as you gave it; what was done before stays lawful.' },
  },
  contract: {
    law: 'gdpr-6-1-b',
    name: { en: 'What you asked for' },
    means: { en: 'You asked for something, and it cannot be done without this.' },
  },
  'legal-duty': {
    law: 'gdpr-6-1-c',
    name: { en: 'A legal duty' },
    means: { en: 'A law says that we must.' },
  },
  'legitimate-interest': {
    law: 'gdpr-6-1-f',
    name: { en: 'A legitimate interest' },
    means: {
      en: 'There is a good reason, and it was weighed against what it means for you. You can object, for reasons that lie in your situation; then it stops, unless there are reasons that outweigh yours.',
    },
  },
};
