import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOrNothing } from '#db/repositories/or-nothing.ts';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { at } from '#tests/support/employers.ts';
import { aPng } from '#tests/support/pictures.ts';
import { makeEmployer, makePost } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import { clearPictures } from '#worker/pictures/clear-pictures.ts';
import { ruleOf } from '#worker/promises/model/retention.ts';
import { carryOutRule } from '#worker/retention/carry-out-rule.ts';

const HOUR = 3_600_000;

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

async function give(account: TestAccount, post: string) {
  const form = new FormData();
  form.set('picture', new File([aPng()], 'holiday.png', { type: 'image/png' }));
  const headers = { Cookie: await signedIn(board, account), Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' };
  const response = await board.ask(`/api/hire/posts/${post}/pictures`, { method: 'POST', body: form, headers });
  return { status: response.status, body: await response.json() };
}

const later = (hours: number) => createContainer(configOf(board.env), () => board.now + hours * HOUR);
const files = () => later(0).files.list('pictures/');

async function endStopped(hours: number): Promise<void> {
  const { now, clock, retention, retentionRules, retentionRuns } = later(hours);
  const rows = retention['stopped-jobs'];
  if (rows === undefined) throw new Error('nothing keeps stopped-jobs');
  await carryOutRule(
    { now, clock, deadline: now + HOUR, chunk: 100, runs: retentionRuns },
    { rule: ruleOf(retentionRules, 'stopped-jobs'), rows },
  );
}

test(
  'the picture of a post is public with it, and its file is gone from the store with the post',
  proves('files-go-with-the-ad'),
  async () => {
    const firm = await makeEmployer(board.database.db);
    const { id } = await makePost(board.database.db, { employer: firm, now: board.now });
    const owner = await at(board, firm.owner);
    const first = await give(firm.owner, id);
    const given = await give(firm.owner, id);
    expect([first.status, given.status]).toEqual([201, 201]);
    const { picture, version } = given.body;
    const seen = async (cookie = '') => (await board.ask(`/pictures/${picture}`, { headers: { cookie } })).status;
    const staff = await signedIn(board, await makeAccount(board.database.db, { role: 'moderator' }));
    const stranger = await signedIn(board, (await makeEmployer(board.database.db)).owner);
    const mine = await signedIn(board, firm.owner);
    expect([await seen(), await seen(stranger), await seen(mine), await seen(staff)]).toEqual([404, 404, 200, 200]);
    expect(await owner.post(`/api/hire/posts/${id}/submit`, { version })).toMatchObject({ status: 200 });
    const { decidePost, postRevisions } = later(0);
    const [revision] = await postRevisions.ofPost(id);
    const approval = await decidePost.approve({ revisionId: revision?.id ?? '' });
    expect(await runOrNothing(board.database.db, approval ?? [])).toBe(true);
    expect(await (await board.ask(`/api/jobs/${id}`)).json()).toMatchObject({ pictureId: picture });
    await clearPictures(later(2), 100);
    expect(await files()).toEqual([`pictures/${picture}`]);
    expect([await seen(), await seen(stranger)]).toEqual([200, 200]);
    await owner.post(`/api/hire/posts/${id}/stop`, {});
    expect([await seen(), await seen(mine)]).toEqual([404, 200]);
    await endStopped(31 * 24);
    await clearPictures(later(31 * 24 + 2), 100);
    expect(await files()).toEqual([]);
    expect((await board.ask(`/pictures/${picture}`)).status).toBe(404);
  },
);

test('nobody gives a picture for another’s post', async () => {
  const { id } = await makePost(board.database.db, { employer: await makeEmployer(board.database.db) });
  expect((await give((await makeEmployer(board.database.db)).owner, id)).status).toBe(404);
  expect((await give(await makeAccount(board.database.db), id)).status).toBe(404);
  expect(await files()).toEqual([]);
});
