import type { StatementCategory, StatementKeyword } from '#worker/moderation/model/eu-vocabulary.ts';
import type { Words } from '#worker/promises/model/words.ts';

export interface NoticeGround {
  readonly id: string;
  readonly name: Words;
  readonly category: StatementCategory;
  readonly keywords: readonly StatementKeyword[];
  /** The law asks for no name and address there (DSA 16(2)(c)). */
  readonly nameless?: true;
}

/** What can be wrong with an ad, as the form of a report offers it. */
export const NOTICE_GROUNDS = [
  {
    id: 'scam',
    name: { en: 'It is a fraud: the job or the employer does not exist' },
    category: 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD',
    keywords: ['KEYWORD_INAUTHENTIC_LISTINGS'],
  },
  {
    id: 'asks-money',
    name: { en: 'It asks for money, bank details or documents before there is any work' },
    category: 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD',
    keywords: ['KEYWORD_PHISHING'],
  },
  {
    id: 'impersonation',
    name: { en: 'Somebody uses the name of a firm or person that they are not' },
    category: 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD',
    keywords: ['KEYWORD_IMPERSONATION_ACCOUNT_HIJACKING'],
  },
  {
    id: 'discrimination',
    name: { en: 'It shuts people out for what they are: origin, sex, age, faith, disability' },
    category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
    keywords: ['KEYWORD_DISCRIMINATION'],
  },
  {
    id: 'exploitation',
    name: { en: 'Forced work, trafficking or sexual exploitation' },
    category: 'STATEMENT_CATEGORY_VIOLENCE',
    keywords: ['KEYWORD_HUMAN_EXPLOITATION', 'KEYWORD_HUMAN_TRAFFICKING'],
  },
  {
    id: 'child-abuse',
    name: { en: 'Sexual abuse or exploitation of children' },
    category: 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS',
    keywords: ['KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL', 'KEYWORD_GROOMING_SEXUAL_ENTICEMENT_MINORS'],
    nameless: true,
  },
  {
    id: 'unlawful-pay',
    name: { en: 'Pay or terms that the law does not allow' },
    category: 'STATEMENT_CATEGORY_CONSUMER_INFORMATION',
    keywords: ['KEYWORD_NONCOMPLIANCE_PRICING'],
  },
  {
    id: 'personal-data',
    name: { en: 'It shows somebody’s personal data without leave' },
    category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
    keywords: ['KEYWORD_MISSING_PROCESSING_GROUND'],
  },
  {
    id: 'copied',
    name: { en: 'It uses a text, picture or mark that belongs to somebody else' },
    category: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
    keywords: ['KEYWORD_COPYRIGHT_INFRINGEMENT', 'KEYWORD_TRADEMARK_INFRINGEMENT'],
  },
  {
    id: 'not-a-job',
    name: { en: 'It is no job, or not the job that it says' },
    category: 'STATEMENT_CATEGORY_CONSUMER_INFORMATION',
    keywords: ['KEYWORD_MISLEADING_INFO_GOODS_SERVICES'],
  },
  {
    id: 'other-law',
    name: { en: 'It breaks another law' },
    category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
    keywords: ['KEYWORD_OTHER'],
  },
] as const satisfies readonly NoticeGround[];

export type NoticeGroundId = (typeof NOTICE_GROUNDS)[number]['id'];

export const NOTICE_GROUND_IDS: readonly NoticeGroundId[] = NOTICE_GROUNDS.map(({ id }) => id);

/** A ground by its id; undefined for one that no longer is offered. */
export function noticeGround(id: string): NoticeGround | undefined {
  return NOTICE_GROUNDS.find((ground) => ground.id === id);
}
