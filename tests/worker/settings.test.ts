import { expect, test } from 'vitest';
import { board as otherBoard } from '#tests/support/other-board.ts';
import { proves } from '#tests/support/proves.ts';
import { refuseUndeclaredHosts } from '#worker/local/refuse-hosts.ts';
import { refuseWithoutMail } from '#worker/local/refuse-without-mail.ts';
import { secretOf } from '#worker/local/secret.ts';
import { readSettings } from '#worker/local/settings.ts';

const secret = 'x'.repeat(32);

test('with nothing set, it is a demonstration board on port 8787', () => {
  expect(readSettings({})).toMatchObject({ port: 8787, host: null, publicUrl: null, secret: null, database: null, passedOn: {} });
});

test('a variable that is set to nothing is not set', () => {
  expect(readSettings({ PORT: '', PUBLIC_URL: '', DATABASE_URL: '' })).toMatchObject({ port: 8787, publicUrl: null, database: null });
});

test('a live board has its address and its secret', () => {
  expect(readSettings({ PUBLIC_URL: 'https://jobs.example.org/', SECRET: secret })).toMatchObject({
    publicUrl: 'https://jobs.example.org',
    secret,
  });
});

test('a live board may listen for other machines and use a database elsewhere', () => {
  const environment = { PUBLIC_URL: 'https://jobs.example.org', SECRET: secret, HOST: '0.0.0.0', DATABASE_URL: 'libsql://db.example.org' };
  expect(readSettings(environment)).toMatchObject({ host: '0.0.0.0', database: { url: 'libsql://db.example.org', token: '' } });
});

test('a Meilisearch is handed on as it is', () => {
  const given = { MEILI_URL: 'http://127.0.0.1:7700', MEILI_SEARCH_KEY: 'one', MEILI_SYNC_KEY: 'two' };
  expect(readSettings({ ...given, HOME: '/root' }).passedOn).toEqual(given);
});

test('a mail server is handed on as it is', () => {
  const given = { SMTP_URL: 'smtp://localhost:25', MAIL_WEBHOOK_SECRET: secret };
  expect(readSettings(given).passedOn).toEqual(given);
});

test.each([
  [{ PORT: 'many' }, /PORT/],
  [{ SMTP_URL: 'mail.example.org' }, /^SMTP_URL must be smtps:\/\//],
  [{ SMTP_URL: 'smtps://mail.example.org' }, /^SMTP_URL names another machine, but PUBLIC_URL is not set/],
  [{ MAIL_WEBHOOK_SECRET: 'short' }, /^MAIL_WEBHOOK_SECRET is too short/],
  [{ MEILI_URL: 'http://127.0.0.1:7700' }, /^MEILI_SEARCH_KEY and MEILI_SYNC_KEY are not set/],
  [{ MEILI_URL: 'here', MEILI_SEARCH_KEY: 'one', MEILI_SYNC_KEY: 'two' }, /MEILI_URL/],
  [{ PORT: '65536' }, /PORT/],
  [{ PORT: '80.5' }, /PORT/],
  [{ PUBLIC_URL: 'jobs.example.org', SECRET: secret }, /PUBLIC_URL/],
  [{ PUBLIC_URL: 'http://jobs.example.org', SECRET: secret }, /PUBLIC_URL/],
  [{ PUBLIC_URL: 'https://jobs.example.org/board', SECRET: secret }, /PUBLIC_URL/],
  [{ PUBLIC_URL: 'https://user@jobs.example.org', SECRET: secret }, /PUBLIC_URL/],
  [{ PUBLIC_URL: 'https://jobs.example.org', SECRET: 'short' }, /SECRET/],
  [{ HOST: '0.0.0.0' }, /HOST 0\.0\.0\.0 .* PUBLIC_URL/],
  [{ HOST: '::' }, /HOST :: .* PUBLIC_URL/],
  [{ HOST: 'jobs.example.org' }, /HOST/],
  [{ DATABASE_URL: 'libsql://db.example.org' }, /DATABASE_URL .* PUBLIC_URL/],
  [{ DATABASE_URL: 'file:board.db' }, /DATABASE_URL/],
  [{ TRUSTED_PROXY: 'proxy.example.org' }, /TRUSTED_PROXY/],
  [{ TRUSTED_PROXY: '10.0.0.0/33' }, /TRUSTED_PROXY/],
])('%j is refused, naming the variable', proves('https-only'), (environment, sentence) => {
  expect(() => readSettings(environment)).toThrow(sentence);
});

test.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('a demonstration board may listen on %s', (HOST) => {
  expect(readSettings({ HOST }).host).toBe(HOST);
});

test('a live board without a secret is refused', () => {
  expect(() => secretOf(readSettings({ PUBLIC_URL: 'https://jobs.example.org' }))).toThrow(/^SECRET is not set/);
});

test('a live board sends data only to hosts that its board file declares', proves('processors-listed'), () => {
  const start = (changes: Record<string, string>) => () =>
    refuseUndeclaredHosts(otherBoard, readSettings({ PUBLIC_URL: 'https://jobs.example.org', ...changes }));
  const search = { MEILI_SEARCH_KEY: 'one', MEILI_SYNC_KEY: 'two' };
  expect(start({ DATABASE_URL: 'libsql://db.stranger.io' })).toThrow(
    /^DATABASE_URL names db\.stranger\.io, which no processor .* has among its hosts/,
  );
  expect(start({ ...search, MEILI_URL: 'https://search.stranger.io' })).toThrow(/^MEILI_URL names search\.stranger\.io/);
  expect(start({ SMTP_URL: 'smtps://smtp.stranger.io' })).toThrow(/^SMTP_URL names smtp\.stranger\.io/);
  expect(start({ SMTP_URL: 'smtps://smtp.norrsken-jobs.test' })).not.toThrow();
  expect(start({ SMTP_URL: 'smtps://ann:word@mail.stranger.io' })).toThrow(/^SMTP_URL names mail\.stranger\.io, which no processor/);
  expect(start({ SMTP_URL: 'smtp://localhost:25' })).not.toThrow();
  expect(start({ DATABASE_URL: 'libsql://norrsken-jobs.turso.io' })).not.toThrow();
  expect(start({ ...search, MEILI_URL: 'http://127.0.0.1:7700', DATABASE_URL: 'https://jobs.example.org:8080' })).not.toThrow();
  expect(() => refuseUndeclaredHosts(otherBoard, readSettings({ DATABASE_URL: 'http://127.0.0.1:9' }))).not.toThrow();
});

test('a live board has a mail server, a demonstration need not', () => {
  const live = { PUBLIC_URL: 'https://jobs.example.org', SECRET: secret };
  expect(() => refuseWithoutMail(readSettings(live))).toThrow(/^SMTP_URL is not set/);
  expect(() => refuseWithoutMail(readSettings({ ...live, SMTP_URL: 'smtps://mail.example.org' }))).not.toThrow();
  expect(() => refuseWithoutMail(readSettings({}))).not.toThrow();
});
