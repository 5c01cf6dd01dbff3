import { expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import type { OutsideAnswer } from '#worker/outside/model/outside-answer.ts';
import { linkFinding } from '#worker/relay/model/link-finding.ts';

const answer = (status: number, location: string | null = null): OutsideAnswer => ({
  is: 'answer',
  status,
  type: 'text/html',
  location,
  text: '',
});

test.each<[string, OutsideAnswer, string]>([
  ['a page', answer(200), 'well'],
  ['a page that sends on', answer(302, 'https://firma.example/next'), 'well'],
  ['a site that lets no program in', answer(403), 'well'],
  ['a page that is long', { is: 'too-long' }, 'well'],
  ['a page that is not there', answer(404), 'trouble'],
  ['a site that is broken', answer(502), 'trouble'],
  ['a page that gives up https', answer(301, 'http://firma.example/'), 'trouble'],
  ['a machine inside a network', { is: 'refused' }, 'trouble'],
  ['a name that nobody has', { is: 'unknown-name' }, 'trouble'],
  ['silence', { is: 'silent' }, 'trouble'],
  ['a board that cannot look', { is: 'not-tried' }, 'not-tried'],
])('%s is told from what leads nowhere', proves('outside-links-checked'), (_what, said, is) => {
  expect(linkFinding(said).is).toBe(is);
});
