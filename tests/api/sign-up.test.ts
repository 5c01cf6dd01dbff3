import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount } from '#tests/support/accounts.ts';
import { anAddress, aSignUp, LONG_PASSWORD, openLastLink, signUpWholly, visitorOf } from '#tests/support/door.ts';
import { lastMailTo, mailsTo } from '#tests/support/mails-to.ts';
import { proves } from '#tests/support/proves.ts';
import { startBoard, type TestBoard } from '#tests/support/start-board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

const rows = async (sql: string, ...args: string[]) => (await board.database.client.execute({ sql, args })).rows;
const signUpsOf = (email: string) => rows('select * from sign_ups where email_key = ?', email.toLowerCase());
const accountsOf = (email: string) => rows('select * from accounts where email_key = ?', email.toLowerCase());
const who = async (cookie: string) => (await fetch(`${board.origin}/api/session`, { headers: { Cookie: cookie } })).json();
const DAY = 86_400_000;

test('address, password and role make an account once the link in the mail is confirmed', proves('account-needs-little'), async () => {
  const ask = visitorOf(board);
  const email = anAddress();
  const taken = await ask('/api/sign-up', aSignUp(email));
  expect([taken.status, taken.body, taken.cookie]).toEqual([202, { next: 'mail' }, '']);
  expect(await accountsOf(email)).toEqual([]);
  const cookie = await openLastLink(board, { ask, email });
  const seen = await fetch(`${board.origin}/api/links/opened`, { headers: { Cookie: cookie } });
  expect(await seen.json()).toEqual({ kind: 'confirm-sign-up', email, role: 'seeker' });
  const confirmed = await ask('/api/sign-up/confirm', { by: 'password', password: LONG_PASSWORD }, cookie);
  expect([confirmed.status, confirmed.body]).toEqual([200, { is: 'signed-in' }]);
  expect(await who(confirmed.cookie)).toMatchObject({ is: 'seeker', email, name: null });
  const [account] = await accountsOf(email);
  expect(account).toMatchObject({ name: null, region: null, terms_version: 1, privacy_version: 1, stated_age: 16, restricted_at: null });
  expect(await signUpsOf(email)).toEqual([]);
  const lines = await rows('select kind from activity where account_id = ? order by rowid', String(account?.['id']));
  expect(lines.map(({ kind }) => kind)).toEqual(['account-made', 'signed-in']);
});

test('the password is kept as a hash by scrypt, and as nothing else', proves('password-hashed'), async () => {
  const email = anAddress();
  await visitorOf(board)('/api/sign-up', aSignUp(email));
  const [row] = await signUpsOf(email);
  expect(row?.['password_hash']).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(JSON.stringify(await rows('select * from sign_ups'))).not.toContain(LONG_PASSWORD);
});

test('until it is confirmed a sign-up signs nobody in', async () => {
  const ask = visitorOf(board);
  const email = anAddress();
  await ask('/api/sign-up', aSignUp(email));
  const tried = await ask('/api/sign-in', { email, password: LONG_PASSWORD });
  expect([tried.status, tried.fields]).toEqual([400, ['password']]);
});

test('who does not know the password of a sign-up sets another, and nothing else of it stays', async () => {
  const ask = visitorOf(board);
  const email = anAddress();
  await ask('/api/sign-up', aSignUp(email, { role: 'employer' }));
  const cookie = await openLastLink(board, { ask, email });
  const guessed = await ask('/api/sign-up/confirm', { by: 'password', password: 'another quite long password' }, cookie);
  expect([guessed.status, guessed.fields]).toEqual([400, ['password']]);
  const wish = { by: 'new-password', newPassword: 'mine alone, and nobody guesses it', role: 'seeker', age: true, terms: true };
  const unsaid = await ask('/api/sign-up/confirm', { ...wish, terms: false }, cookie);
  expect([unsaid.status, unsaid.fields]).toEqual([400, ['terms']]);
  const confirmed = await ask('/api/sign-up/confirm', wish, cookie);
  expect(confirmed.status).toBe(200);
  expect(await who(confirmed.cookie)).toMatchObject({ is: 'seeker', email });
  expect((await ask('/api/sign-in', { email, password: LONG_PASSWORD })).status).toBe(400);
  expect((await ask('/api/sign-in', { email, password: wish.newPassword })).status).toBe(200);
});

test('a newer sign-up takes the place of an older one, whose link opens nothing', async () => {
  const ask = visitorOf(board);
  const email = anAddress();
  await ask('/api/sign-up', aSignUp(email));
  const older = await lastMailTo(board, email);
  const opened = (await ask('/api/links/open', { token: older.token })).cookie;
  await ask('/api/sign-up', aSignUp(email.toUpperCase(), { role: 'employer', password: 'the newer one, which is longer' }));
  expect((await ask('/api/links/open', { token: older.token })).status).toBe(404);
  expect((await ask('/api/sign-up/confirm', { by: 'password', password: LONG_PASSWORD }, opened)).status).toBe(401);
  expect((await signUpsOf(email)).map(({ role }) => role)).toEqual(['employer']);
});

test('fifty sign-ups with one address at once leave one, and its account is made once', async () => {
  const ask = visitorOf(board);
  const email = anAddress();
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask('/api/sign-up', aSignUp(email))));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  expect(await signUpsOf(email)).toHaveLength(1);
  const sent = (await mailsTo(board, email)).filter(({ state }) => state !== 'held');
  expect(sent).toHaveLength(3);
  const cookie = await openLastLink(board, { ask, email });
  const confirming = () => ask('/api/sign-up/confirm', { by: 'password', password: LONG_PASSWORD }, cookie);
  const confirmed = await Promise.all(Array.from({ length: 10 }, confirming));
  expect(confirmed.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await accountsOf(email)).toHaveLength(1);
}, 240_000);

test('a stranger who signs up again and again does not take away the link of the owner’s mail', async () => {
  const ask = visitorOf(board);
  const email = anAddress();
  for (let times = 0; times < 6; times += 1) await ask('/api/sign-up', aSignUp(email));
  const link = await openLastLink(board, { ask, email });
  expect((await ask('/api/sign-up/confirm', { by: 'password', password: LONG_PASSWORD }, link)).status).toBe(200);
});

test('an address that has an account is answered alike, and its owner is told', proves('sign-in-tells-nothing'), async () => {
  const ask = visitorOf(board);
  const owner = await makeAccount(board.database.db, { email: `Owner.${anAddress()}` });
  const known = await ask('/api/sign-up', aSignUp(owner.email.toUpperCase()));
  const unknown = await ask('/api/sign-up', aSignUp(anAddress()));
  expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
  expect([...known.headers.keys()]).toEqual([...unknown.headers.keys()]);
  await ask('/api/sign-up', aSignUp(owner.email));
  expect(await mailsTo(board, owner.email)).toMatchObject([{ kind: 'known-sign-up', facts: { browser: 'Firefox on Linux' } }]);
  expect(await signUpsOf(owner.email)).toEqual([]);
});

test('an address with a plus or a dot is another; one in other letters is none, and capitals are the same', async () => {
  const ask = visitorOf(board);
  const email = anAddress();
  await signUpWholly(board, { ask, email });
  const plus = email.replace('@', '+jobs@');
  await ask('/api/sign-up', aSignUp(plus));
  expect((await lastMailTo(board, plus)).kind).toBe('confirm-sign-up');
  await ask('/api/sign-up', aSignUp(email.toUpperCase()));
  expect((await lastMailTo(board, email)).kind).toBe('known-sign-up');
  for (const lookalike of [
    `аda${email}`,
    `ａ${email}`,
    `a\u200b${email}`,
    'name@exаmple',
    `a b${email}`,
    `<${email}>`,
    `x@${'a'.repeat(64)}.org`,
  ])
    expect((await ask('/api/sign-up', aSignUp(lookalike))).fields, lookalike).toEqual(['email']);
});

test('a domain in letters beyond ASCII is written so that no two look alike', async () => {
  const ask = visitorOf(board);
  await ask('/api/sign-up', aSignUp('ada@exаmple.org'));
  expect((await rows("select email from sign_ups where email like 'ada@%'")).map(({ email }) => email)).toEqual(['ada@xn--exmple-4nf.org']);
});

test.each([
  ['line ends in the address', { email: 'ada@example.org\r\nBcc: all@example.org' }, ['email']],
  ['a name in front of the address', { email: 'Ada <ada@example.org>' }, ['email']],
  ['two addresses', { email: 'ada@example.org,eve@example.org' }, ['email']],
  ['an address far too long', { email: `${'a'.repeat(5000)}@example.org` }, ['email']],
  ['a password far too long', { password: 'long '.repeat(2000) }, ['password']],
  ['a password of 257 characters', { password: 'ab cd efg '.repeat(26).slice(0, 257) }, ['password']],
  ['a password of 14 characters', { password: 'four odd words' }, ['password']],
  ['a common password', { password: '123456789012345' }, ['password']],
  ['no word on age', { age: undefined }, ['age']],
  ['no age', { age: false }, ['age']],
  ['terms not accepted', { terms: false }, ['terms']],
  ['a role that nobody takes', { role: 'administrator' }, ['role']],
  [
    'everything at once',
    { email: 'ada', password: 'short', role: '', age: undefined, terms: undefined },
    ['email', 'password', 'role', 'age', 'terms'],
  ],
  ['a field that is none', { restrictedAt: 1 }, ['restrictedAt']],
  ['more fields of the account', { emailKey: 'x', passwordHash: 'y', name: 'z' }, ['emailKey', 'passwordHash', 'name']],
])('%s is refused, and names the field', async (_, changes, fields) => {
  const email = anAddress();
  const refused = await visitorOf(board)('/api/sign-up', aSignUp(email, changes));
  expect([refused.status, refused.fields]).toEqual([400, fields]);
  expect(await signUpsOf(email)).toEqual([]);
});

test('no age below the board’s is taken, and the age that was stated is kept', proves('age-said-at-sign-up'), async () => {
  const ask = visitorOf(board);
  const email = anAddress();
  expect((await ask('/api/sign-up', aSignUp(email, { age: undefined }))).fields).toEqual(['age']);
  await ask('/api/sign-up', aSignUp(email));
  expect(await signUpsOf(email)).toMatchObject([{ stated_age: 16 }]);
});

test('tokens that are used, cut short, swapped or made up open nothing, and say nothing', async () => {
  const ask = visitorOf(board);
  const email = anAddress();
  await signUpWholly(board, { ask, email });
  const used = (await mailsTo(board, email)).find(({ kind }) => kind === 'confirm-sign-up')?.token ?? '';
  const swapped = [...used].reverse().join('');
  const answers = [];
  for (const token of [used, used.slice(1), `${used}x`, swapped, '', `${used.slice(0, 42)} `, 'x'.repeat(1000)])
    answers.push(await ask('/api/links/open', { token }));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect((await ask('/api/sign-up/confirm', { by: 'password', password: LONG_PASSWORD }, `link=${used}`)).status).toBe(401);
});

test('a link of another kind confirms no sign-up', async () => {
  const ask = visitorOf(board);
  const owner = await makeAccount(board.database.db);
  await ask('/api/forgot', { email: owner.email });
  const link = await openLastLink(board, { ask, email: owner.email });
  expect((await ask('/api/sign-up/confirm', { by: 'password', password: LONG_PASSWORD }, link)).status).toBe(404);
});

test('a sign-up that waits is reminded of once, by a link that ends when the first one does', async () => {
  const ask = visitorOf(board);
  const email = anAddress();
  await ask('/api/sign-up', aSignUp(email));
  const first = await lastMailTo(board, email);
  const now = Date.now();
  await board.tick(now + DAY);
  expect(await mailsTo(board, email)).toHaveLength(1);
  await board.tick(now + 2 * DAY + 60_000);
  await board.tick(now + 2.5 * DAY);
  const mails = await mailsTo(board, email);
  expect(mails.map(({ kind }) => kind)).toEqual(['confirm-sign-up', 'remind-sign-up']);
  const ends = await rows('select distinct expires_at from link_tokens t join sign_ups s on s.id = sign_up_id where email_key = ?', email);
  expect(ends).toHaveLength(1);
  for (const { token } of mails) expect((await ask('/api/links/open', { token })).status).toBe(200);
  expect(first.facts['until']).toBe(mails[1]?.facts['until']);
});

test('what a sign-up said is overwritten before it goes, for servers that leave in their file what they delete', async () => {
  await rows('create table seen_sign_ups (what text)');
  await rows(
    'create trigger seen_sign_up before delete on sign_ups begin insert into seen_sign_ups values (old.email || old.email_key); end',
  );
  const email = anAddress();
  await signUpWholly(board, { ask: visitorOf(board), email });
  const seen = await rows('select what from seen_sign_ups');
  await rows('drop trigger seen_sign_up');
  expect(seen).toHaveLength(1);
  expect(String(seen[0]?.['what'])).toMatch(/^[0-9A-F]+$/);
});
