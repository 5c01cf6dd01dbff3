import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount } from '#tests/support/accounts.ts';
import { at } from '#tests/support/employers.ts';
import { aPost, makeEmployer, typed } from '#tests/support/posts.ts';

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

const TRAP = `${ORIGIN}/contacts/abcdefghijklmnopqrst`;

test('no ad leads to a page of the board that does something: whoever writes it is told beside the field', async () => {
  const firm = await makeEmployer(board.database.db);
  const me = await at(board, firm.owner);
  const fields = {
    ...typed(aPost()),
    description: `${aPost().description}\n\nApply [here](${TRAP}).`,
    applyUrl: TRAP,
    agreementUrl: TRAP,
    offeredByWebsite: TRAP,
  };
  const { body } = await me.post('/api/hire/posts', { kind: 'job', employer: firm.id, fields });
  const sent = await me.post(`/api/hire/posts/${body.id}/submit`, { version: 1 });
  expect(sent.status).toBe(400);
  expect(sent.fields).toEqual(expect.arrayContaining(['description', 'applyUrl', 'agreementUrl', 'offeredByWebsite']));
});

test('an ad may lead to other ads of the board', async () => {
  const firm = await makeEmployer(board.database.db);
  const me = await at(board, firm.owner);
  const fields = { ...typed(aPost()), description: `${aPost().description}\n\nSee [our other ads](${ORIGIN}/jobs).` };
  const { body } = await me.post('/api/hire/posts', { kind: 'job', employer: firm.id, fields });
  const sent = await me.post(`/api/hire/posts/${body.id}/submit`, { version: 1 });
  expect(sent.fields ?? []).not.toContain('description');
});

test('no employer’s page leads there', async () => {
  const me = await at(board, await makeAccount(board.database.db, { role: 'employer' }));
  const profile = { name: 'Bakery North', website: 'https://bakery-north.com', about: 'We bake.', places: [], slug: '' };
  const made = await me.post('/api/hire/employers', profile);
  const refused = { status: 400, fields: ['about'] };
  expect(await me.post('/api/hire/employers', { ...profile, website: TRAP })).toMatchObject({ status: 400, fields: ['website'] });
  expect(await me.post('/api/hire/employers', { ...profile, about: `[Apply](${TRAP})` })).toMatchObject(refused);
  expect(await me.post(`/api/hire/employers/${made.body.id}`, { ...profile, slug: undefined, about: `[Apply](${TRAP})` })).toMatchObject(
    refused,
  );
});
