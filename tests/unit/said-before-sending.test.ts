import { expect, test } from 'vitest';
import { saidBeforeSending } from '#site/lib/writing/said-before-sending.ts';
import { en } from '#site/messages/en.ts';

const said = (isVerified: boolean, publishFirst: { approvals: number } | null) =>
  en[saidBeforeSending({ state: 'draft', isVerified }, { publishFirst })];

test('a verified employer is not told that nothing is public before, where the board may publish it first', () => {
  expect(said(true, { approvals: 3 })).not.toContain('Nothing is public before');
  for (const waits of [said(true, null), said(false, { approvals: 3 })]) expect(waits).toContain('Nothing is public before');
});

test('whoever changes a public ad reads that the approved version stays', () => {
  expect(saidBeforeSending({ state: 'published', isVerified: true }, { publishFirst: null })).toBe('writing.preview.send.edit');
});
