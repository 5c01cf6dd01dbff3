import { expect, test } from 'vitest';
import { deliveryOf } from '#worker/mail/model/delivery.ts';
import { retryAfter } from '#worker/mail/model/retry-after.ts';
import { readSmtpUrl } from '#worker/mail/model/smtp-address.ts';
import { isSuppressed } from '#worker/mail/model/suppression.ts';
import { readUnsubscribeToken, unsubscribeToken } from '#worker/mail/model/unsubscribe-token.ts';

const SECRET = 'a secret that only the tests know, and long';

test('smtps begins with TLS, smtp asks for it, and on this machine alone it may be missing', () => {
  expect(readSmtpUrl('smtps://mail.example.org')).toEqual({ host: 'mail.example.org', port: 465, tls: 'from-start', login: null });
  expect(readSmtpUrl('smtp://ann%40x:p%3Aw@mail.example.org:2525')).toEqual({
    host: 'mail.example.org',
    port: 2525,
    tls: 'starttls',
    login: { user: 'ann@x', password: 'p:w' },
  });
  for (const here of ['localhost', '127.0.0.1', '[::1]']) expect(readSmtpUrl(`smtp://${here}:25`)?.tls).toBe('none');
  expect(readSmtpUrl('smtp://localhost?requireTLS=true')?.tls).toBe('starttls');
  expect(readSmtpUrl('smtp://localhost.example.org')?.tls).toBe('starttls');
});

test.each(['', 'mail.example.org', 'https://mail.example.org', 'smtp://', 'smtp://mail.example.org/path', 'smtps://host?ignoreTLS=true'])(
  '%s is no address of a mail server',
  (text) => expect(readSmtpUrl(text)).toBeNull(),
);

test('tries come at first every minute, and at last every four hours', () => {
  expect([1, 2, 3, 20].map((tries) => retryAfter(tries) / 60_000)).toEqual([1, 2, 4, 240]);
});

test('only what is said of the mail itself ends it', () => {
  const is = (code: string, status: number, command = '') => deliveryOf({ code, status, command }).is;
  expect(is('EENVELOPE', 550, 'RCPT TO')).toBe('refused');
  expect(is('EMESSAGE', 554, 'DATA')).toBe('refused');
  expect(is('EENVELOPE', 450, 'RCPT TO')).toBe('later');
  for (const [code, status, command] of [
    ['EENVELOPE', 550, 'MAIL FROM'],
    ['EENVELOPE', 421, 'RCPT TO'],
    ['EAUTH', 535, 'AUTH PLAIN'],
    ['ECONNECTION', 554, 'CONN'],
    ['ETIMEDOUT', 0, ''],
    ['', 0, ''],
  ] as const)
    expect(is(code, status, command), `${code} ${status}`).toBe('unreachable');
});

test('after a complaint only what is by subscription ends; after a bounce all but what somebody waits for or is owed', () => {
  expect(isSuppressed('news', 'complaint')).toBe(true);
  expect(isSuppressed('password-changed', 'complaint')).toBe(false);
  expect(isSuppressed('password-changed', 'bounce')).toBe(true);
  for (const kind of ['reset-password', 'deletion-receipt', 'address-changed']) expect(isSuppressed(kind, 'bounce')).toBe(false);
});

test('a link to unsubscribe names its account and kind, and cannot be made up, changed or carried over', async () => {
  const accountId = 'abcdefghijklmnopqrst';
  const token = await unsubscribeToken(SECRET, { accountId, kind: 'surveys' });
  expect(await readUnsubscribeToken(SECRET, token)).toEqual({ accountId, kind: 'surveys' });
  const [, , mark] = token.split('.');
  for (const other of [
    '',
    token.slice(0, -1),
    `${token}a`,
    token.replace('surveys', 'newsletter'),
    `bbcdefghijklmnopqrst.surveys.${mark}`,
    `${accountId}.employer-mail.${mark}`,
  ])
    expect(await readUnsubscribeToken(SECRET, other), other).toBeNull();
  expect(await readUnsubscribeToken(`${SECRET}r`, token)).toBeNull();
});
