import type { StatementCategory, StatementKeyword } from '#worker/moderation/model/eu-vocabulary.ts';

interface EuWords {
  readonly category: StatementCategory;
  readonly keywords: readonly StatementKeyword[];
}

const TERMS: EuWords = { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keywords: [] };
const FRAUD = 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD';
const CONSUMERS = 'STATEMENT_CATEGORY_CONSUMER_INFORMATION';

/** What a breach of a rule of the form (`worker/posts/model/post-rules.ts`) is in the EU's vocabulary, where it is more than one of our terms. */
const RULES: Readonly<Record<string, EuWords>> = {
  'real-work': { category: FRAUD, keywords: ['KEYWORD_INAUTHENTIC_LISTINGS'] },
  'who-offers': { category: FRAUD, keywords: ['KEYWORD_IMPERSONATION_ACCOUNT_HIJACKING'] },
  'free-to-apply': { category: FRAUD, keywords: ['KEYWORD_PHISHING'] },
  'no-tricks': { category: FRAUD, keywords: ['KEYWORD_PYRAMID_SCHEMES'] },
  'honest-links': { category: FRAUD, keywords: ['KEYWORD_PHISHING'] },
  'open-to-all': { category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', keywords: ['KEYWORD_DISCRIMINATION'] },
  'pay-lawful': { category: CONSUMERS, keywords: ['KEYWORD_NONCOMPLIANCE_PRICING'] },
  'says-the-work': { category: CONSUMERS, keywords: ['KEYWORD_MISLEADING_INFO_GOODS_SERVICES'] },
  lawful: { ...TERMS, keywords: ['KEYWORD_GOODS_SERVICES_NOT_PERMITTED'] },
};

/** The EU's words for a rule that was broken. */
export function ruleBroken(rule: string | undefined): EuWords {
  return (rule === undefined ? undefined : RULES[rule]) ?? TERMS;
}
