import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { makeAccount, signedIn } from '#tests/support/accounts.ts';
import { anAddress, openLastLink, visitorOf } from '#tests/support/door.ts';
import { addEmployer, aJob } from '#tests/support/jobs.ts';
import { mailsTo } from '#tests/support/mails-to.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';
import { newId } from '#worker/kernel/random.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let networks = 0;
/** Each from a network far from the others. */
function stranger() {
  networks += 1;
  return visitorOf(board, { network: `10.${Math.floor(networks / 250)}.${networks % 250}.1` });
}

interface Ad {
  readonly id: string;
  readonly contact: string;
}

/** An ad whose contact is a mailbox of its own, shown to nobody. */
async function anAd(): Promise<Ad> {
  const { db } = board.database;
  const at = Date.now() - HOUR;
  const contact = anAddress();
  const times = { postedAt: at, publishedAt: at, createdAt: at, updatedAt: at };
  const job = aJob(await addEmployer(db, newId()), {
    ...times,
    applyBy: 'mail',
    contacts: [{ kind: 'mail', value: contact, forApplying: true }],
  });
  await jobWrites(db).publish([job]);
  return { id: job.id, contact };
}

const aMessage = (said: object = {}) => ({
  name: 'Ada Lind',
  email: anAddress(),
  message: 'Is the job still open? I can begin in May.',
  ...said,
});
const left = async (id: string) =>
  (await board.database.client.execute(`select id from relay_messages where post_id = '${id}'`)).rows.length;

test(
  'a message goes to the contact of the ad once its sender has confirmed the address, and answers go to the sender',
  proves('message-by-relay'),
  async () => {
    const ad = await anAd();
    const ask = stranger();
    const wish = aMessage();
    const taken = await ask(`/api/jobs/${ad.id}/relay`, wish);
    expect([taken.status, taken.body]).toEqual([202, { next: 'confirm' }]);
    expect(JSON.stringify(taken.body)).not.toContain(ad.contact);
    expect(await mailsTo(board, ad.contact)).toEqual([]);
    const link = await openLastLink(board, { ask, email: wish.email });
    const seen = await (await fetch(`${board.origin}/api/relay`, { headers: { Cookie: link } })).json();
    expect(seen).toMatchObject({ name: wish.name, email: wish.email, message: wish.message });
    expect(JSON.stringify(seen)).not.toContain(ad.contact);
    expect((await ask('/api/relay/confirm', {}, link)).status).toBe(200);
    expect(await mailsTo(board, ad.contact)).toMatchObject([
      { kind: 'relay-message', state: 'waiting', facts: { name: wish.name, from: wish.email, message: wish.message, title: 'Nurse' } },
    ]);
    expect((await ask('/api/relay/confirm', {}, link)).status).toBe(401);
    expect(await mailsTo(board, ad.contact)).toHaveLength(1);
  },
);

test('the mail that asks to confirm carries not a word of whoever wrote it', proves('message-by-relay'), async () => {
  const ad = await anAd();
  const wish = aMessage({ name: 'Buy pills', message: 'Buy pills at pills.example today, they are cheap.' });
  await stranger()(`/api/jobs/${ad.id}/relay`, wish);
  const [mail] = await mailsTo(board, wish.email);
  expect(mail?.kind).toBe('confirm-relay');
  expect(JSON.stringify(mail?.facts)).not.toMatch(/pills|Nurse/);
});

test('what lies in the database can be read by nobody who has the database alone', async () => {
  const ad = await anAd();
  const wish = aMessage();
  await stranger()(`/api/jobs/${ad.id}/relay`, wish);
  const { rows } = await board.database.client.execute(`select * from relay_messages where post_id = '${ad.id}'`);
  expect(rows).toHaveLength(1);
  for (const secret of [wish.name, wish.email, wish.message, ad.contact]) expect(JSON.stringify(rows)).not.toContain(secret);
});

test('a message is deleted when it was handed on', proves('message-by-relay'), async () => {
  const ad = await anAd();
  const ask = stranger();
  const wish = aMessage();
  await ask(`/api/jobs/${ad.id}/relay`, wish);
  await ask('/api/relay/confirm', {}, await openLastLink(board, { ask, email: wish.email }));
  expect(await left(ad.id)).toBe(1);
  await board.tick(Date.now() + 2 * 60_000);
  expect(await left(ad.id)).toBe(0);
  expect(await mailsTo(board, ad.contact)).toHaveLength(1);
});

test('whoever did not write it deletes it by the same link, and nothing is sent', async () => {
  const ad = await anAd();
  const ask = stranger();
  const wish = aMessage();
  await ask(`/api/jobs/${ad.id}/relay`, wish);
  const link = await openLastLink(board, { ask, email: wish.email });
  expect((await ask('/api/relay/withdraw', {}, link)).status).toBe(200);
  expect(await left(ad.id)).toBe(0);
  expect((await ask('/api/relay/confirm', {}, link)).status).toBe(401);
  expect(await mailsTo(board, ad.contact)).toEqual([]);
});

test('a message that nobody confirms is deleted when its link ends', async () => {
  const ad = await anAd();
  await stranger()(`/api/jobs/${ad.id}/relay`, aMessage());
  await board.tick(Date.now() + DAY);
  expect(await left(ad.id)).toBe(1);
  await board.tick(Date.now() + 2 * DAY + HOUR);
  expect(await left(ad.id)).toBe(0);
});

test('whoever is signed in writes from the address of the account, which is confirmed already', async () => {
  const ad = await anAd();
  const account = await makeAccount(board.database.db);
  const cookie = await signedIn(board, account);
  const taken = await stranger()(`/api/jobs/${ad.id}/relay`, aMessage({ email: 'somebody-else@mail.example' }), cookie);
  expect(taken.body).toEqual({ next: 'sent' });
  expect(await mailsTo(board, ad.contact)).toMatchObject([{ facts: { from: account.email } }]);
  const frozen = await signedIn(board, await makeAccount(board.database.db, { restrictedAt: 1 }));
  expect((await stranger()(`/api/jobs/${ad.id}/relay`, aMessage(), frozen)).status).toBe(403);
});

test('no more messages reach a mailbox in an hour than it can bear; the others wait, and come later', async () => {
  const ad = await anAd();
  for (let written = 0; written < 5; written += 1) {
    const cookie = await signedIn(board, await makeAccount(board.database.db));
    expect((await stranger()(`/api/jobs/${ad.id}/relay`, aMessage(), cookie)).status).toBe(202);
  }
  expect(await mailsTo(board, ad.contact)).toHaveLength(3);
  await board.tick(Date.now() + HOUR + 5 * 60_000);
  const mails = await mailsTo(board, ad.contact);
  expect([mails.length, new Set(mails.map(({ facts }) => facts['from'])).size]).toEqual([5, 5]);
});

test('a network writes so many messages a day', async () => {
  const ask = visitorOf(board, { network: '192.0.2.200' });
  const ads = await Promise.all(Array.from({ length: 12 }, anAd));
  const answers = await Promise.all(ads.map(({ id }) => ask(`/api/jobs/${id}/relay`, aMessage())));
  expect(answers.filter(({ status }) => status === 202)).toHaveLength(10);
  expect(answers.find(({ status }) => status === 429)?.headers.get('Retry-After')).toMatch(/^\d+$/);
});

test('so many messages wait for one contact, and no more; what nobody has confirmed keeps none out', async () => {
  const ad = await anAd();
  const wishes = Array.from({ length: 42 }, () => ({ ask: stranger(), wish: aMessage() }));
  const answers = await Promise.all(wishes.map(({ ask, wish }) => ask(`/api/jobs/${ad.id}/relay`, wish)));
  expect(answers.filter(({ status }) => status === 202)).toHaveLength(42);
  const confirmed = [];
  for (const { ask, wish } of wishes) {
    const link = await openLastLink(board, { ask, email: wish.email });
    confirmed.push((await ask('/api/relay/confirm', {}, link)).status);
  }
  expect(confirmed.filter((status) => status === 200)).toHaveLength(40);
  expect(confirmed.slice(40)).toEqual([429, 429]);
  expect((await stranger()(`/api/jobs/${ad.id}/relay`, aMessage())).status).toBe(429);
});

test('of an ad that was stopped meanwhile nobody is written to', async () => {
  const ad = await anAd();
  const ask = stranger();
  const wish = aMessage();
  await ask(`/api/jobs/${ad.id}/relay`, wish);
  const link = await openLastLink(board, { ask, email: wish.email });
  await jobWrites(board.database.db).stop([ad.id], Date.now());
  expect((await ask('/api/relay/confirm', {}, link)).status).toBe(404);
  expect([await left(ad.id), await mailsTo(board, ad.contact)]).toEqual([0, []]);
  expect((await ask(`/api/jobs/${ad.id}/relay`, aMessage())).status).toBe(404);
});

test.each([
  ['no name', { name: ' \n ' }, 'name'],
  ['a name as long as a letter', { name: 'a'.repeat(81) }, 'name'],
  ['an address that is none', { email: 'ada@' }, 'email'],
  ['two addresses', { email: 'ada@mail.example, bob@mail.example' }, 'email'],
  ['a header in the address', { email: 'ada@mail.example\nBcc: all@mail.example' }, 'email'],
  ['no message', { message: 'hi' }, 'message'],
  ['200 kB', { message: 'a'.repeat(20_000) }, 'message'],
  ['a field more', { to: 'all@mail.example' }, 'to'],
])('%s is refused, and the field named', async (_what, said, field) => {
  const ad = await anAd();
  const refused = await stranger()(`/api/jobs/${ad.id}/relay`, aMessage(said));
  expect([refused.status, refused.fields]).toEqual([400, [field]]);
  expect(await left(ad.id)).toBe(0);
});

test('a line break in a name begins no header of the mail', async () => {
  const ad = await anAd();
  const cookie = await signedIn(board, await makeAccount(board.database.db));
  await stranger()(`/api/jobs/${ad.id}/relay`, aMessage({ name: 'Ada\r\nBcc: all@mail.example' }), cookie);
  const [mail] = await mailsTo(board, ad.contact);
  expect(mail?.facts['name']).toBe('Ada Bcc: all@mail.example');
});

test('the link of another mail opens no message, and a visitor sees none', async () => {
  const ask = stranger();
  expect((await ask('/api/relay/confirm', {})).status).toBe(401);
  const ad = await anAd();
  const wish = aMessage();
  await ask(`/api/jobs/${ad.id}/relay`, wish);
  await ask('/api/sign-up', { email: wish.email, password: 'quiet otters paint seven doors', role: 'seeker', age: true, terms: true });
  const other = await openLastLink(board, { ask, email: wish.email });
  expect((await ask('/api/relay/confirm', {}, other)).status).toBe(404);
  expect(await mailsTo(board, ad.contact)).toEqual([]);
});
