import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount, ownPost, signedIn } from '#tests/support/accounts.ts';
import { at } from '#tests/support/employers.ts';
import { lastMailTo, mailsTo } from '#tests/support/mails-to.ts';
import { makeEmployer, makePost, type TestEmployer } from '#tests/support/posts.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import { undoMerge } from '#worker/employers/merge-employers.ts';

const DAY = 86_400_000;

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

const moderator = async () => at(board, await makeAccount(board.database.db, { role: 'moderator' }));
const WHY = { reason: 'own-finding' };

async function withAd(): Promise<TestEmployer & { readonly ad: string }> {
  const firm = await makeEmployer(board.database.db);
  const { id } = await makePost(board.database.db, { employer: firm, state: 'published', now: board.now });
  return { ...firm, ad: id };
}

const publicly = (path: string) => board.ask(`/api/${path}`);
const employerOf = async (ad: string) => (await (await publicly(`jobs/${ad}`)).json()).employer?.slug;

test('two employers become one and two again: ads, people and addresses', async () => {
  const [from, into] = [await withAd(), await withAd()];
  const staff = await moderator();
  expect((await staff.post(`/api/admin/employers/${from.id}/merge`, { ...WHY, into: into.id })).status).toBe(200);
  expect(await employerOf(from.ad)).toBe(into.slug);
  expect((await (await publicly(`employers/${from.slug}`)).json()).slug).toBe(into.slug);
  const owner = await at(board, from.owner);
  expect((await owner.get('/api/hire/employers')).body.employers.map(({ id }: { id: string }) => id)).toEqual([into.id]);
  expect((await owner.get(`/api/hire/employers/${from.id}`)).status).toBe(404);
  expect((await staff.post(`/api/admin/employers/${from.id}/unmerge`, WHY)).status).toBe(200);
  expect(await employerOf(from.ad)).toBe(from.slug);
  expect(await employerOf(into.ad)).toBe(into.slug);
  expect((await owner.get('/api/hire/employers')).body.employers.map(({ id }: { id: string }) => id)).toEqual([from.id]);
  expect((await staff.post(`/api/admin/employers/${from.id}/unmerge`, WHY)).status).toBe(404);
});

test('a merger is no chain, and ends after 30 days', async () => {
  const [one, two, three] = [await withAd(), await withAd(), await withAd()];
  const staff = await moderator();
  const merge = (from: TestEmployer, into: TestEmployer) => staff.post(`/api/admin/employers/${from.id}/merge`, { ...WHY, into: into.id });
  expect((await merge(one, one)).status).toBe(409);
  expect((await merge(one, two)).status).toBe(200);
  expect((await merge(one, three)).status).toBe(409);
  expect((await merge(two, three)).status).toBe(409);
  const later = createContainer(configOf(board.env), () => board.now + 31 * DAY);
  const { id } = await makeAccount(board.database.db, { role: 'moderator' });
  const actor = {
    is: 'moderator',
    accountId: id,
    sessionId: '',
    handle: '',
    provenAt: 0,
    proof: 'passkey',
    restricted: false,
    suspended: false,
  } as const;
  await expect(undoMerge(later, { actor, id: one.id, reason: 'mistake' })).rejects.toMatchObject({ code: 'conflict' });
});

test('a suspended employer is gone from the public at once, its people are told why, and it comes back', async () => {
  const firm = await withAd();
  const staff = await moderator();
  const reasons = { ground: { is: 'rules', rules: ['free-to-apply'] }, explanation: 'Its ads ask people for money.' };
  const suspend = { ...WHY, reasons };
  expect(await staff.post(`/api/admin/employers/${firm.id}/suspend`, { ...WHY, reasons: { ...reasons, explanation: ' ' } })).toMatchObject({
    status: 400,
    fields: ['reasons.explanation'],
  });
  for (const rules of [[], ['made-up']]) {
    const refused = await staff.post(`/api/admin/employers/${firm.id}/suspend`, {
      ...WHY,
      reasons: { ...reasons, ground: { is: 'rules', rules } },
    });
    expect(refused.status, 'a suspension without a law names a rule').toBe(400);
  }
  expect((await staff.post(`/api/admin/employers/${firm.id}/suspend`, suspend)).status).toBe(200);
  expect((await staff.post(`/api/admin/employers/${firm.id}/suspend`, suspend)).status).toBe(409);
  expect([(await publicly(`jobs/${firm.ad}`)).status, (await publicly(`employers/${firm.slug}`)).status]).not.toContain(200);
  expect((await mailsTo(board, firm.owner.email)).length).toBeGreaterThan(0);
  expect((await staff.post(`/api/admin/employers/${firm.id}/restore`, { ...WHY, why: 'The ads are changed.' })).status).toBe(200);
  expect(await lastMailTo(board, firm.owner.email)).toMatchObject({
    kind: 'decision-reversed',
    facts: { restriction: 'suspended', title: firm.name },
  });
  expect((await publicly(`jobs/${firm.ad}`)).status).toBe(200);
});

test('whoever suspends or restores an employer has proven lately who they are', async () => {
  const firm = await withAd();
  const cookie = await signedIn(board, await makeAccount(board.database.db, { role: 'moderator' }), { provenAt: board.now - DAY });
  const reasons = { ground: { is: 'rules', rules: ['free-to-apply'] }, explanation: 'Its ads ask people for money.' };
  for (const [act, body] of [
    ['suspend', { ...WHY, reasons }],
    ['restore', { ...WHY, why: 'The ads are changed.' }],
  ] as const) {
    const refused = await board.ask(`/api/admin/employers/${firm.id}/${act}`, ownPost(ORIGIN, { cookie, body }));
    expect([refused.status, (await refused.json()).error.code], act).toEqual([403, 'step_up']);
  }
  expect((await publicly(`jobs/${firm.ad}`)).status).toBe(200);
});

test('nobody else merges, suspends or restores', async () => {
  const firm = await withAd();
  for (const account of [firm.owner, await makeAccount(board.database.db, { role: 'seeker' }), null]) {
    const other = await at(board, account);
    for (const act of ['suspend', 'restore', 'merge', 'unmerge']) {
      expect([401, 403]).toContain((await other.post(`/api/admin/employers/${firm.id}/${act}`, WHY)).status);
    }
  }
  const staff = await moderator();
  expect((await staff.post(`/api/admin/employers/${firm.id}/restore`, { reason: 'because' })).status).toBe(400);
});
