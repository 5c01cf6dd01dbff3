import { expect, test } from 'vitest';
import { board as otherBoard } from '#tests/support/other-board.ts';
import { proves } from '#tests/support/proves.ts';
import { board } from '#worker/board/model/this-board.ts';
import { codeProblems } from '#worker/local/lint/code.ts';
import { hostProblems, policyHostProblems } from '#worker/local/lint/hosts.ts';

function problems(text: string, file = 'site/a.ts') {
  return hostProblems([{ file, text }], board);
}

test('no code of the board keeps or calls what its policy does not declare', proves('processors-listed', 'storage-declared'), async () => {
  expect(await codeProblems(board)).toEqual([]);
  expect(await codeProblems(otherBoard)).toEqual([]);
});

test.each([
  ['a request', "fetch('https://stats.tracker.io/x')"],
  ['a socket', "new WebSocket('wss://stats.tracker.io')"],
  ['an address kept for later', "const to = 'https://stats.tracker.io/x';"],
  ['an address in JSON', '{"to":"https:\\/\\/stats.tracker.io\\/x"}'],
  ['a script without a scheme', '<script src="//stats.tracker.io/x.js"></script>'],
  ['an image', '<img src="https://stats.tracker.io/x.gif">'],
  ['a style sheet', '<link rel="stylesheet" href="//stats.tracker.io/x.css">'],
  ['a form', '<form action="//stats.tracker.io/x">'],
  ['a font', "src: url('//stats.tracker.io/x.woff2')"],
  ['an import', "import('https://stats.tracker.io/x.js')"],
])('%s to a host that is no declared processor is found', proves('processors-listed'), (_what, text) => {
  expect(problems(text).length).toBeGreaterThan(0);
  expect(problems(text).every((problem) => problem.startsWith('site/a.ts:1 ') && problem.includes('stats.tracker.io'))).toBe(true);
});

test('a host that is only named may be named and followed, never called', () => {
  expect(problems('const XMLNS = "http://www.w3.org/2000/svg";')).toEqual([]);
  expect(problems('<a href="https://www.geonames.org/">GeoNames</a>', 'site/a.astro')).toEqual([]);
  expect(problems("fetch('https://www.geonames.org/search')")).toEqual([
    expect.stringMatching(/calls www\.geonames\.org, which is only to be named/),
  ]);
});

test('hosts of declared services, names for examples and this machine may stand in the code', () => {
  expect(problems("script.src = 'https://www.googletagmanager.com/gtag/js'; const c = 'https://region1.google-analytics.com/g';")).toEqual(
    [],
  );
  expect(problems("fetch('http://127.0.0.1:7700'); const e = 'https://jobs.example.org';")).toEqual([]);
});

test('a processor’s host may be called on the board that declares it, and on no other', () => {
  const source = { file: 'db/a.ts', text: "fetch('https://norrsken-jobs.turso.io')" };
  expect(hostProblems([source], otherBoard)).toEqual([]);
  expect(hostProblems([source], board)).not.toEqual([]);
});

test('the policy for scripts allows only hosts that a processor of the board declares', proves('processors-listed'), () => {
  expect(policyHostProblems(board)).toEqual([]);
  expect(policyHostProblems(otherBoard)).toEqual([]);
});
