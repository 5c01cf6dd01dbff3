import { expect, test } from 'vitest';
import { answerFlags } from '#worker/moderation/model/flag-answers.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';

const GENDERED: FlagRaised = { flag: 'title-not-neutral', field: 'title', quote: 'Waitress' };
const FIRST: FlagRaised = { flag: 'first-post', field: 'title', quote: 'Nurse' };

test('what must be answered and is not stands in the way, named by its place and with its words', () => {
  expect(answerFlags({ flags: [FIRST, GENDERED], given: {} })).toEqual({
    is: 'open',
    problems: [{ field: 'title-not-neutral-1', message: 'moderation.flag-open', values: { quote: 'Waitress' } }],
  });
});

test('answers are kept with their flags; what needs none goes without', () => {
  expect(answerFlags({ flags: [FIRST, GENDERED], given: { 'title-not-neutral-1': 'mistaken' } })).toEqual({
    is: 'answered',
    flags: [FIRST, { ...GENDERED, answer: 'mistaken' }],
  });
});

test('what an edit took the reason from needs no answer, and every other kind still does', () => {
  const flags = [GENDERED, { ...GENDERED, flag: 'asks-pay-history' } as const];
  expect(answerFlags({ flags: [GENDERED], given: {}, gone: new Set(['title-not-neutral'] as const) })).toMatchObject({ is: 'answered' });
  expect(answerFlags({ flags, given: {}, gone: new Set(['title-not-neutral'] as const) })).toMatchObject({
    is: 'open',
    problems: [{ field: 'asks-pay-history-1' }],
  });
});
