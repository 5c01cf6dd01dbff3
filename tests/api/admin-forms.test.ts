import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { employers } from '#db/schema/tables.ts';
import { makeAccount, signedIn } from '#tests/support/accounts.ts';
import { makeEmployer, publishedPost } from '#tests/support/posts.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
let admin: string;
beforeAll(async () => {
  board = await startBoard();
  admin = await signedIn(board, await makeAccount(board.database.db, { role: 'administrator' }));
});
afterAll(() => board.close());

/** Sends the form of the page about employers, as a browser without script does. */
function send(fields: Readonly<Record<string, string>>) {
  const headers = { Connection: 'close', Origin: board.origin, 'Sec-Fetch-Site': 'same-origin', Cookie: admin };
  const q = fields['employer'] ?? '';
  return fetch(`${board.origin}/admin/employers?q=${q}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}

const statusOf = async (id: string) => (await board.database.db.select().from(employers).where(eq(employers.id, id)))[0]?.status;

test('an employer is suspended and restored by the forms of its page, and a form without a rule comes back as it was typed', async () => {
  const firm = await makeEmployer(board.database.db);
  const { id } = await publishedPost(board.database.db, firm);
  const form = {
    act: 'suspend',
    employer: firm.id,
    rule: '',
    law: '',
    explanation: 'It asks for money.',
    reason: 'notice',
    note: 'seen twice',
  };
  const missing = await send(form);
  const html = await missing.text();
  expect(missing.status).toBe(400);
  for (const words of ['Choose the rule that it breaks, or name the law.', 'href="#suspend-rule"', 'It asks for money.', 'seen twice'])
    expect(html).toContain(words);
  expect(await statusOf(firm.id)).toBe('active');
  const done = await send({ ...form, rule: 'free-to-apply' });
  expect([done.status, done.headers.get('Location')]).toEqual([303, expect.stringContaining('done=suspend')]);
  expect(await statusOf(firm.id)).toBe('suspended');
  expect((await fetch(`${board.origin}/api/jobs/${id}`)).status).not.toBe(200);
  const back = { act: 'restore', employer: firm.id, reason: 'mistake', note: '' };
  expect(await (await send({ ...back, why: '' })).text()).toContain('href="#restore-why"');
  expect((await send({ ...back, why: 'The ads are changed.' })).status).toBe(303);
  expect([await statusOf(firm.id), (await fetch(`${board.origin}/api/jobs/${id}`)).status]).toEqual(['active', 200]);
});

test('two employers are merged and made two again by the forms', async () => {
  const [from, into] = [await makeEmployer(board.database.db), await makeEmployer(board.database.db)];
  const why = { employer: from.id, reason: 'mistake', note: '' };
  expect([400, 404]).toContain((await send({ ...why, act: 'merge', reason: 'upkeep', into: 'nobody' })).status);
  expect((await send({ ...why, act: 'merge', reason: 'upkeep', into: into.id })).headers.get('Location')).toContain('done=merge');
  const [merged] = await board.database.db.select().from(employers).where(eq(employers.id, from.id));
  expect(merged?.mergedInto).toBe(into.seq);
  expect((await send({ ...why, act: 'unmerge' })).headers.get('Location')).toContain('done=unmerge');
  const [two] = await board.database.db.select().from(employers).where(eq(employers.id, from.id));
  expect(two?.mergedInto).toBeNull();
});
