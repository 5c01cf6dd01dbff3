import { expect, test } from 'vitest';
import { noticeInput } from '#worker/moderation/model/notice-input.ts';
import { relayBody } from '#worker/relay/model/relay-input.ts';

const wrongFields = (result: { readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined }) =>
  result.error?.issues.map(({ path }) => path.join('.')).toSorted() ?? [];

const REPORT = {
  ground: 'scam',
  explanation: 'The shop does not exist.',
  name: 'Rita',
  email: 'rita@reporter.example',
  goodFaith: true,
} as const;

test('whoever sends an empty report is told of every field at once', () => {
  expect(wrongFields(noticeInput.safeParse({ explanation: '', name: '', email: '' }))).toEqual([
    'email',
    'explanation',
    'goodFaith',
    'ground',
    'name',
  ]);
});

test('an address that is none is named once, beside the rest', () => {
  expect(wrongFields(noticeInput.safeParse({ ...REPORT, explanation: '', email: 'rita' }))).toEqual(['email', 'explanation']);
  expect(wrongFields(noticeInput.safeParse({ ...REPORT, email: 'a'.repeat(400) }))).toEqual(['email']);
  expect(wrongFields(noticeInput.safeParse(REPORT))).toEqual([]);
});

test('a body that is no report at all is refused without more', () => {
  expect(noticeInput.safeParse(null).success).toBe(false);
  expect(noticeInput.safeParse('report').success).toBe(false);
});

test('whoever sends an empty message is told of name, address and message at once', () => {
  expect(wrongFields(relayBody.safeParse({ name: '', email: '', message: '' }))).toEqual(['email', 'message', 'name']);
  expect(wrongFields(relayBody.safeParse({ name: 'Eva', message: 'I would like to help with the flowers.' }))).toEqual([]);
});
