import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { makeAccount, signedIn, type TestAccount } from '#tests/support/accounts.ts';
import { at } from '#tests/support/employers.ts';
import { aJpeg, aPng, exif, jpegSegment } from '#tests/support/pictures.ts';
import { makeEmployer, makePost } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import { jobDetail } from '#worker/jobs/model/view-schemas.ts';
import { clearPictures } from '#worker/pictures/clear-pictures.ts';

const HOUR = 3_600_000;

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

async function give(account: TestAccount, employer: string, bytes: Uint8Array<ArrayBuffer>) {
  const form = new FormData();
  form.set('picture', new File([bytes], 'holiday.png', { type: 'image/png' }));
  const headers = { Cookie: await signedIn(board, account), Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' };
  const response = await board.ask(`/api/hire/employers/${employer}/pictures`, { method: 'POST', body: form, headers });
  return { status: response.status, body: await response.json() };
}

const later = (hours: number) => createContainer(configOf(board.env), () => board.now + hours * HOUR);
const files = () => later(0).files.list('pictures/');

test(
  'a logo is shown as it was made anew: without place or camera, and opened by itself it can do nothing',
  proves('pictures-cleaned'),
  async () => {
    const firm = await makeEmployer(board.database.db);
    const given = await give(firm.owner, firm.id, aJpeg({ more: [jpegSegment(0xe1, exif(1))] }));
    expect(given.status).toBe(201);
    expect((await board.ask(`/pictures/${given.body.picture}`)).status).toBe(404);
    await (await at(board, firm.owner)).post(`/api/hire/employers/${firm.id}/logo`, { picture: given.body.picture });
    const shown = await board.ask(`/pictures/${given.body.picture}`);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('Content-Type')).toBe('image/jpeg');
    expect(shown.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
    expect(shown.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(Buffer.from(await shown.arrayBuffer()).toString('latin1')).not.toContain('GPS');
  },
);

test('a logo is told with every ad of its employer, to machines, too', async () => {
  const firm = await makeEmployer(board.database.db);
  const { picture } = (await give(firm.owner, firm.id, aPng())).body;
  await (await at(board, firm.owner)).post(`/api/hire/employers/${firm.id}/logo`, { picture });
  const post = await makePost(board.database.db, { employer: firm, state: 'published', now: board.now - HOUR });
  const ad = jobDetail.parse(await (await board.ask(`/api/jobs/${post.id}`)).json());
  expect(ad.employerLogo).toBe(`/pictures/${picture}`);
  expect(ad.jobPosting).toHaveProperty('hiringOrganization.logo', `${ORIGIN}/pictures/${picture}`);
});

test('what is no picture, or no form, is refused beside the field', async () => {
  const firm = await makeEmployer(board.database.db);
  for (const bytes of [new TextEncoder().encode('<svg/>'), new Uint8Array(), aPng({ width: 60_000, height: 60_000 })]) {
    const given = await give(firm.owner, firm.id, new Uint8Array(bytes));
    expect(given).toMatchObject({ status: 400, body: { error: { field: 'picture' } } });
  }
  const owner = await at(board, firm.owner);
  expect(await owner.post(`/api/hire/employers/${firm.id}/pictures`, {})).toMatchObject({ status: 400, fields: ['picture'] });
  expect((await give(firm.owner, firm.id, new Uint8Array(6 * 1024 * 1024))).status).toBe(413);
});

test('recruiters and strangers give no logo, and nobody takes another’s', async () => {
  const [firm, other] = [await makeEmployer(board.database.db), await makeEmployer(board.database.db)];
  expect((await give(firm.recruiter, firm.id, aPng())).status).toBe(403);
  expect((await give(other.owner, firm.id, aPng())).status).toBe(404);
  const { picture } = (await give(firm.owner, firm.id, aPng())).body;
  expect((await (await at(board, other.owner)).post(`/api/hire/employers/${other.id}/logo`, { picture })).status).toBe(404);
  expect((await (await at(board, firm.owner)).post(`/api/hire/employers/${firm.id}/logo`, { picture })).body).toEqual({ is: 'changed' });
});

test('a logo that is replaced goes with its file, and so does one that was never used', async () => {
  const firm = await makeEmployer(board.database.db);
  const owner = await at(board, firm.owner);
  const use = async (bytes: Uint8Array<ArrayBuffer>) => {
    const { picture } = (await give(firm.owner, firm.id, bytes)).body;
    await owner.post(`/api/hire/employers/${firm.id}/logo`, { picture });
    return picture;
  };
  const [first, second] = [await use(aPng()), await use(aJpeg())];
  const unused = (await give(firm.owner, firm.id, aPng())).body.picture;
  await clearPictures(later(2), 1000);
  expect(await files()).toContain(`pictures/${second}`);
  expect(await files()).not.toContain(`pictures/${first}`);
  expect(await files()).not.toContain(`pictures/${unused}`);
  expect((await board.ask(`/pictures/${first}`)).status).toBe(404);
  expect((await board.ask(`/pictures/${second}`)).status).toBe(200);
});

test('the picture of a post goes with the post: nothing of it is left in the store', proves('files-go-with-the-ad'), async () => {
  const firm = await makeEmployer(board.database.db);
  const post = await makePost(board.database.db, { employer: firm });
  const container = later(0);
  const id = 'abcdefghijklmnopqrst';
  await container.files.put(`pictures/${id}`, aPng());
  await board.database.client.execute(
    `insert into pictures (id, post_id, type, width, height, bytes, created_at) values ('${id}', '${post.id}', 'image/png', 4, 3, 90, ${board.now})`,
  );
  await clearPictures(later(2), 1000);
  expect(await files()).toContain(`pictures/${id}`);
  await board.database.client.execute(`delete from posts where id = '${post.id}'`);
  await clearPictures(later(2), 1000);
  expect(await files()).not.toContain(`pictures/${id}`);
});

test('the logo of a suspended employer is not shown', async () => {
  const firm = await makeEmployer(board.database.db);
  const { picture } = (await give(firm.owner, firm.id, aPng())).body;
  const staff = await at(board, await makeAccount(board.database.db, { role: 'moderator' }));
  await staff.post(`/api/admin/employers/${firm.id}/suspend`, {
    reason: 'notice',
    reasons: { ground: { is: 'rules', rules: ['no-tricks'] }, explanation: 'It is somebody else’s name.' },
  });
  expect((await board.ask(`/pictures/${picture}`)).status).toBe(404);
});
