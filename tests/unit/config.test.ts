import { expect, test } from 'vitest';
import { memoryBucket } from '#tests/support/file-bucket.ts';
import { ConfigError, configOf } from '#worker/config.ts';
import type { Env } from '#worker/env.ts';

const limiter = { limit: async () => ({ success: true }) };
const complete: Env = {
  DATABASE_URL: 'https://db.example',
  DATABASE_TOKEN: 'token',
  PUBLIC_URL: 'https://board.example',
  SECRET: 'a secret that only the tests know, and long',
  RATE_EXACT: limiter,
  RATE_WIDER: limiter,
  FILES: memoryBucket(),
};

const problemOf = (said: Partial<Record<keyof Env, unknown>>): string => {
  try {
    configOf({ ...complete, ...said } as Env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
};

test('a complete environment is read once', () => {
  const config = configOf(complete);
  expect(config).toMatchObject({
    database: { url: 'https://db.example', token: 'token' },
    publicUrl: 'https://board.example',
    meilisearch: null,
  });
  expect(configOf(complete)).toBe(config);
});

test('what is missing is named, with what to set', () => {
  for (const name of ['DATABASE_URL', 'PUBLIC_URL', 'SECRET'] as const) {
    expect(problemOf({ [name]: undefined })).toContain(`${name} is not set: give `);
    expect(problemOf({ [name]: '' })).toContain(`${name} is not set: give `);
  }
  expect(problemOf({ RATE_EXACT: undefined })).toContain('RATE_EXACT is missing');
  expect(problemOf({ FILES: undefined })).toContain('FILES is missing: bind an R2 bucket');
});

test('where mail goes is read, or said to be wrong', () => {
  expect(configOf({ ...complete, SMTP_URL: 'smtps://mail.example.org' }).smtp).toMatchObject({ host: 'mail.example.org', port: 465 });
  expect(configOf(complete)).toMatchObject({ smtp: null, mailWebhookSecret: null });
  expect(problemOf({ SMTP_URL: 'mail.example.org' })).toContain('SMTP_URL must be smtps://');
  expect(problemOf({ MAIL_WEBHOOK_SECRET: 'short' })).toContain('MAIL_WEBHOOK_SECRET is too short');
});

test('several problems are said at once', () => {
  expect(problemOf({ SECRET: 'short', DATABASE_URL: 'file:x.db' })).toMatch(/DATABASE_URL must begin.*SECRET is too short/);
});

test("the board's address is an origin, https unless it is this machine", () => {
  for (const good of ['https://board.example', 'https://board.example/', 'http://localhost:8787', 'https://board.example:8443'])
    expect(problemOf({ PUBLIC_URL: good }), good).toBe('');
  for (const bad of [
    'http://board.example',
    'https://board.example/jobs',
    'https://board.example?x',
    'https://u:p@board.example',
    'board.example',
    'ftp://localhost',
  ])
    expect(problemOf({ PUBLIC_URL: bad }), bad).toContain('PUBLIC_URL must be an origin');
});

test('Meilisearch is configured by all three variables or none', () => {
  const all = { MEILI_URL: 'http://localhost:7700', MEILI_SEARCH_KEY: 's', MEILI_SYNC_KEY: 'y' };
  expect(configOf({ ...complete, ...all }).meilisearch).toEqual({ url: 'http://localhost:7700', searchKey: 's', syncKey: 'y' });
  expect(problemOf({ MEILI_URL: all.MEILI_URL })).toContain('MEILI_SEARCH_KEY and MEILI_SYNC_KEY are not set');
  expect(problemOf({ ...all, MEILI_URL: 'nonsense' })).toContain('MEILI_URL is not an address');
});

test('an error repeats no value', () => {
  expect(problemOf({ SECRET: 'hunter2', DATABASE_URL: 'file:hunter2' })).not.toContain('hunter2');
});
