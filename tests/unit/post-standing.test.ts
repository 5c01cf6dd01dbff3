import { expect, test } from 'vitest';
import { postStanding } from '#site/lib/desk/post-standing.ts';
import { voiceOf } from '#site/lib/voice.ts';
import { en } from '#site/messages/en.ts';
import type { PostOutline } from '#worker/posts/model/post-view.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const voice = voiceOf({ language: 'en', languages: ['en'], timeZone: 'UTC', messages: en }, NOW);
const since = '2026-02-27T12:00:00.000Z';

const PUBLIC: PostOutline = {
  id: 'aaaaaaaaaaaaaaaaaaaa',
  kind: 'job',
  state: 'published',
  stateSince: since,
  title: 'Baker',
  employer: { id: 'bbbbbbbbbbbbbbbbbbbb', name: 'The bakery', suspended: false },
  guest: false,
  hasDraft: false,
  hasWaiting: false,
  question: null,
  publicUrl: '/jobs/baker-aaaaaaaaaaaaaaaaaaaa',
  postedAt: since,
  publicFrom: since,
  endsAt: null,
  goneAt: null,
  withheld: null,
  deadLink: null,
  updatedAt: since,
  acts: [],
};
const HIDDEN: PostOutline = { ...PUBLIC, publicUrl: null };

test('an ad that everybody sees stands as public, and one that is over as it ended', () => {
  expect(postStanding(PUBLIC, voice)).toBe('Public');
  expect(postStanding({ ...HIDDEN, state: 'stopped' }, voice)).toBe('Stopped');
});

test('nobody reads “public” over an ad that a moderator took out of the public', () => {
  expect(postStanding({ ...HIDDEN, withheld: { why: 'frozen', since, endsAt: since } }, voice)).toBe('Frozen by a moderator');
  expect(postStanding({ ...HIDDEN, withheld: { why: 'removed', since, endsAt: null } }, voice)).toBe('Removed by a moderator');
});

test('an ad of a suspended employer is hidden, and one for a later day says its day', () => {
  expect(postStanding({ ...HIDDEN, employer: { id: 'b', name: 'The bakery', suspended: true } }, voice)).toBe('Hidden');
  expect(postStanding({ ...HIDDEN, publicFrom: '2026-03-20T12:00:00.000Z' }, voice)).toBe('Public from 20 March 2026');
});
