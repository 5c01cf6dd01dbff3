import type { Jurisdiction } from '#worker/board/model/board.ts';
import type { LawPlace } from '#worker/promises/model/laws.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** `at-once`: by a button, with nobody in between. `own`: by a button for whoever has an account. */
export type DeadlineKind = 'at-once' | 'own' | 'answer' | 'opt-out' | 'limit';

/** Where in the law a right stands; null: the law does not name it, and it is given all the same. */
type RightInLaw = LawPlace | null;

type RequestType =
  | 'access'
  | 'rectify'
  | 'erase'
  | 'restrict'
  | 'object'
  | 'portability'
  | 'withdraw'
  | 'opt-out'
  | 'limit-sensitive'
  | 'appeal';

type RightsPage =
  | '/cookies/choices'
  | '/california/choices'
  | '/account/profile'
  | '/account/privacy/copy'
  | '/account/privacy/delete'
  | '/account/privacy/restrict'
  | '/account/privacy/object';

/** Something that a person may ask for: one type of request. */
export interface Right {
  readonly id: RequestType;
  readonly name: Words;
  readonly means: Words;
  /** The page where it is done by a button; null: by mail or post alone. */
  readonly page: RightsPage | null;
  readonly deadline: DeadlineKind;
  /** The laws that give it. */
  readonly law: Readonly<Partial<Record<Jurisdiction, RightInLaw>>>;
}

const RIGHTS: readonly Right[] = [
  {
    id: 'access',
    name: { en: 'See it' },
    means: { en: 'You learn what is kept about you, why, where it came from and who got it, and get a copy.' },
    page: '/account/privacy/copy',
    deadline: 'own',
    law: { gdpr: 'gdpr-15', ccpa: 'ccpa-1798.110' },
  },
  {
    id: 'rectify',
    name: { en: 'Correct it' },
    means: { en: 'What is wrong is put right, and what is missing is added.' },
    page: '/account/profile',
    deadline: 'own',
    law: { gdpr: 'gdpr-16', ccpa: 'ccpa-1798.106' },
  },
  {
    id: 'erase',
    name: { en: 'Delete it' },
    means: { en: 'What is kept about you is deleted, unless a law says that it must be kept; then you are told which.' },
    page: '/account/privacy/delete',
    deadline: 'own',
    law: { gdpr: 'gdpr-17', ccpa: 'ccpa-1798.105' },
  },
  {
    id: 'restrict',
    name: { en: 'Freeze it' },
    means: { en: 'Your data is kept and not used: while it is unclear who is right, or for as long as you wish.' },
    page: '/account/privacy/restrict',
    deadline: 'own',
    law: { gdpr: 'gdpr-18' },
  },
  {
    id: 'object',
    name: { en: 'Object' },
    means: {
      en: 'Where the ground is a legitimate interest, you can say no for reasons that lie in your situation. Against direct marketing you need no reason.',
    },
    page: '/account/privacy/object',
    deadline: 'answer',
    law: { gdpr: 'gdpr-21' },
  },
  {
    id: 'portability',
    name: { en: 'Take it with you' },
    means: { en: 'You get what you gave in a form that other programs can read.' },
    page: '/account/privacy/copy',
    deadline: 'own',
    law: { gdpr: 'gdpr-20', ccpa: 'ccpa-1798.130' },
  },
  {
    id: 'withdraw',
    name: { en: 'Take back a yes' },
    means: { en: 'What you allowed ends. It ends that one thing and nothing else.' },
    page: '/cookies/choices',
    deadline: 'at-once',
    law: { gdpr: 'gdpr-7-3' },
  },
  {
    id: 'opt-out',
    name: { en: 'No sale, no sharing' },
    means: { en: 'Your data is neither sold nor shared for advertising. Global Privacy Control says the same without a word.' },
    page: '/california/choices',
    deadline: 'opt-out',
    law: { ccpa: 'ccpa-1798.120' },
  },
  {
    id: 'limit-sensitive',
    name: { en: 'Limit the use of sensitive data' },
    means: { en: 'Sensitive data is used for nothing but what you asked for. We ask for none and use none.' },
    page: null,
    deadline: 'limit',
    law: { ccpa: 'ccpa-1798.121' },
  },
  {
    id: 'appeal',
    name: { en: 'Have a refusal looked at again' },
    means: { en: 'If a request is refused you are told why. Answer that letter, and it is looked at once more.' },
    page: null,
    deadline: 'answer',
    law: { gdpr: null, ccpa: null },
  },
];

/** The rights that the laws give whose notices a board prints. */
export function rightsUnder(jurisdictions: readonly Jurisdiction[]): readonly Right[] {
  return RIGHTS.filter(({ law }) => jurisdictions.some((jurisdiction) => law[jurisdiction] !== undefined));
}

/** By when something is done under a law, in words. */
export const DEADLINE_WORDS: Readonly<Record<Jurisdiction, Readonly<Record<DeadlineKind, Words>>>> = {
  gdpr: {
    'at-once': { en: 'At once, by a button' },
    own: { en: 'At once in your account; otherwise within {deadline.gdpr}' },
    answer: { en: 'Within {deadline.gdpr}' },
    'opt-out': { en: 'At once, by a button' },
    limit: { en: 'Within {deadline.gdpr}' },
  },
  ccpa: {
    'at-once': { en: 'At once, by a button' },
    own: { en: 'At once in your account; otherwise within {deadline.ccpa}' },
    answer: { en: 'Within {deadline.ccpa}' },
    'opt-out': { en: 'At once by a button; by mail or post within {deadline.ccpa-opt-out} business days' },
    limit: { en: 'Within {deadline.ccpa-opt-out} business days' },
  },
};

/** What else a law says of the time that an answer takes. */
export const LONGER_WORDS: Readonly<Record<Jurisdiction, Words>> = {
  gdpr: {
    en: 'Hard cases may take {deadline.gdpr-extension} more. Then you are told so, and why, before {deadline.gdpr} has passed.',
  },
  ccpa: {
    en: 'You hear within {deadline.ccpa-confirm} business days that your request has arrived. Hard cases may take {deadline.ccpa-extension} more. Then you are told so, and why, before the first {deadline.ccpa} have passed.',
  },
};
