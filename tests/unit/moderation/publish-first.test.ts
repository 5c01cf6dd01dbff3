import { expect, test } from 'vitest';
import { mayPublishFirst } from '#worker/moderation/model/publish-first.ts';

const moderation = { widestRange: 2, payFloors: [], publishFirst: { approvals: 3 } };
const trusted = { flags: [], verifiedAt: 1, approvals: 3, approvalsOfMember: 1 };

test('a verified employer with enough approvals is published at once where the operator says so', () => {
  expect(mayPublishFirst(trusted, moderation)).toBe(true);
  expect(mayPublishFirst(trusted, { ...moderation, publishFirst: null })).toBe(false);
});

test.each([
  ['with too few approvals', { approvals: 2 }],
  ['that is not verified', { verifiedAt: null }],
  ['whose member is new', { approvalsOfMember: 0 }],
  ['whose post is flagged', { flags: [{ flag: 'changed-link', field: 'applyUrl', quote: 'https://elsewhere.example/' }] as const }],
])('an employer %s waits', (_, changes) => {
  expect(mayPublishFirst({ ...trusted, ...changes }, moderation)).toBe(false);
});
