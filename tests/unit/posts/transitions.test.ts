import { expect, test } from 'vitest';
import { nextState, POST_ACTS } from '#worker/posts/model/transitions.ts';

/** The life of a post, written down a second time on purpose: whoever changes the table says so here. */
const LIFE = {
  draft: { save: 'draft', submit: 'submitted', delete: 'gone' },
  submitted: { save: 'submitted', submit: 'submitted', withdraw: 'draft', delete: 'gone', approve: 'published', reject: 'rejected' },
  published: {
    ...{ save: 'published', submit: 'published', withdraw: 'published', stop: 'stopped', delete: 'gone' },
    ...{ approve: 'published', reject: 'published', expire: 'expired' },
  },
  stopped: {
    ...{ save: 'stopped', submit: 'stopped', withdraw: 'stopped', resume: 'published', relist: 'submitted', delete: 'gone' },
    ...{ approve: 'stopped', reject: 'stopped' },
  },
  expired: { save: 'expired', withdraw: 'expired', relist: 'submitted', delete: 'gone', approve: 'published', reject: 'expired' },
  rejected: { save: 'draft', delete: 'gone' },
} as const;

test.each(Object.keys(LIFE) as (keyof typeof LIFE)[])('from %s a post goes where it may, and nowhere else', (state) => {
  const ways = POST_ACTS.map((act) => [act, nextState(act, state)] as const).filter(([, to]) => to !== null);
  expect(Object.fromEntries(ways)).toEqual(LIFE[state]);
});
