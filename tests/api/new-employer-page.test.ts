import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount, ownPost, signedIn } from '#tests/support/accounts.ts';
import { aPost, makeEmployer, typed } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import type { CaseView } from '#worker/moderation/model/case-view.ts';
import type { QueueView } from '#worker/moderation/model/queue-view.ts';

let board: ApiBoard;
let moderator: string;
beforeAll(async () => {
  board = await apiBoard();
  moderator = await signedIn(board, await makeAccount(board.database.db, { role: 'moderator' }));
});
afterAll(() => board.close());

const post = (path: string, cookie: string, body: unknown = {}) => board.ask(path, ownPost(ORIGIN, { cookie, body }));
const read = async (path: string) => (await board.ask(path, { headers: { Cookie: moderator } })).json();

interface Handing {
  readonly author: string;
  readonly employer: string;
  readonly title: string;
}

/** Writes an ad by the API, hands it in, and answers its case as the moderator reads it. */
async function handIn({ author, employer, title }: Handing): Promise<CaseView> {
  const fields = typed(aPost({ title }));
  const { id } = await (await post('/api/hire/posts', author, { kind: 'job', employer, fields: { ...fields, places: ['Malmö'] } })).json();
  const sent = await post(`/api/hire/posts/${id}/submit`, author, { version: 1 });
  expect([sent.status, await sent.text()]).toMatchObject([200, expect.anything()]);
  const queue: QueueView = await read('/api/moderate/queue?kind=post');
  return read(`/api/moderate/cases/${queue.cases.find((one) => one.title === title)?.id}`);
}

test(
  'the page of a new employer is looked at with its first ad, which makes it public, and not with the next',
  proves('posts-moderated'),
  async () => {
    const { db } = board.database;
    const about = 'We pay daily. Send a small fee by Western Union first. [www.bank.example](https://thief.example)';
    const employer = await makeEmployer(db, { name: 'Quick Money', website: 'https://quick.se', about });
    const author = await signedIn(board, employer.owner);
    const first = await handIn({ author, employer: employer.id, title: 'Nurse of the first ad' });
    expect(first.page).toMatchObject({ website: 'https://quick.se', aboutHtml: expect.stringContaining('We pay daily') });
    expect(first.flags.filter(({ field }) => field === 'about').map(({ flag }) => flag)).toEqual(
      expect.arrayContaining(['scam-words', 'suspicious-link']),
    );
    expect((await post(`/api/moderate/cases/${first.id}/approve`, moderator, { answers: {} })).status).toBe(200);
    expect((await read(`/api/moderate/cases/${first.id}`)).page).toBeNull();
    const next = await handIn({ author, employer: employer.id, title: 'Gardener of the second ad' });
    expect([next.page, next.flags.filter(({ field }) => field === 'about')]).toEqual([null, []]);
  },
);

test('a change of a public page raises what is found in its words', async () => {
  const { db } = board.database;
  const employer = await makeEmployer(db, { name: 'Plain Bakery' });
  const author = await signedIn(board, employer.owner);
  const first = await handIn({ author, employer: employer.id, title: 'Baker of bread' });
  await post(`/api/moderate/cases/${first.id}/approve`, moderator, { answers: {} });
  const about = 'No foreigners, please. Transfer a deposit by Western Union.';
  expect((await post(`/api/hire/employers/${employer.id}`, author, { name: 'Plain Bakery', website: '', about, places: [] })).status).toBe(
    200,
  );
  const queue: QueueView = await read('/api/moderate/queue?kind=employer');
  expect(queue.cases[0]?.flags).toContain('scam-words');
});
