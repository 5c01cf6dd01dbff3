import { expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { deviceStorageProblems, type StorageUser } from '#worker/local/lint/device-storage.ts';
import type { DeclaredEntry } from '#worker/promises/model/cookies.ts';
import { months } from '#worker/promises/model/duration.ts';

const NAMES = "import { consentCookieText } from '#worker/consent/model/cookie-names.ts';\n";
const consent: DeclaredEntry = {
  name: 'consent',
  kind: 'cookie',
  purpose: { en: 'Holds the choice.' },
  lasts: months(12),
  setBy: 'The board',
  category: 'essential',
};
const writer = { file: 'site/choose.ts', text: `${NAMES}document.cookie = consentCookieText({});` };
const user: StorageUser = { file: writer.file, ways: ['document.cookie'], entries: ['consent'] };

function problems(sources: readonly { file: string; text: string }[], users: readonly StorageUser[] = [user], declared = [consent]) {
  return deviceStorageProblems(sources, { declared, users });
}

test('the files that keep what is declared, by its names, are in order', () => {
  expect(problems([writer])).toEqual([]);
});

test.each([
  ['a cookie', 'site/a.ts', 'document.cookie = "seen=1"', 'document.cookie'],
  ['a cookie by another name for the document', 'site/a.ts', 'const page = document;\npage.cookie = "seen=1"', 'document.cookie'],
  ['a cookie by a computed name', 'site/a.ts', "document['cookie'] = 'seen=1'", 'cookie'],
  ['a look at cookies', 'site/a.tsx', 'const all = document.cookie;', 'document.cookie'],
  ['a cookie of an answer', 'worker/a.ts', "response.headers.append('Set-Cookie', 'seen=1')", 'Set-Cookie'],
  ['a cookie of an answer in small letters', 'worker/a.ts', 'const headers = { "set-cookie": "seen=1" }', 'Set-Cookie'],
  ['a cookie by Hono', 'worker/a.ts', "import { setCookie } from 'hono/cookie';", 'Set-Cookie'],
  ['a cookie by Hono under another name', 'worker/a.ts', "import { setSignedCookie as keep } from 'hono/cookie';", 'Set-Cookie'],
  ['a cookie of a page', 'site/pages/a.astro', '---\nAstro.cookies.set("seen", "1");\n---', 'Astro.cookies'],
  ['a key', 'site/a.ts', 'localStorage.setItem("seen", "1")', 'localStorage'],
  ['a key of a window', 'site/a.ts', 'window.sessionStorage.seen = 1', 'sessionStorage'],
  ['a key in a page', 'site/pages/a.astro', '<script>localStorage.seen = 1</script>', 'localStorage'],
  ['a database', 'site/a.ts', 'indexedDB.open("seen")', 'indexedDB'],
  ['a cache', 'site/a.ts', 'await caches.open("seen")', 'caches'],
  ['the cookie store', 'site/a.ts', 'cookieStore.set("seen", "1")', 'cookieStore'],
  ['a service worker', 'site/a.ts', 'navigator.serviceWorker.register("/x.js")', 'navigator.serviceWorker'],
])('%s that nobody declared is found', proves('storage-declared'), (_what, file, text, way) => {
  expect(problems([writer, { file, text }])).toEqual([
    expect.stringMatching(`^${file}:\\d+ reaches what a browser keeps \\(${way.replace('.', '\\.')}\\)`),
  ]);
});

test('what is only said is no use: comments, other things called cookie, and reading a request', () => {
  const text = "// document.cookie and localStorage\nconst text = answer.cookie;\nimport { getCookie } from 'hono/cookie';";
  expect(problems([writer, { file: 'site/a.ts', text }])).toEqual([]);
});

test('a file that may write cookies may not keep keys as well', () => {
  expect(problems([{ ...writer, text: `${writer.text}\nlocalStorage.seen = 1;` }])).toEqual([expect.stringContaining('site/choose.ts:3')]);
});

test('a cookie under a name of one’s own is found, and one that is kept but not declared', proves('storage-declared'), () => {
  expect(problems([{ ...writer, text: 'document.cookie = "consent=1"' }])).toEqual([expect.stringMatching(/by names of its own/)]);
  expect(problems([writer], [{ ...user, entries: ['consent', 'extra'] }])).toEqual([
    expect.stringMatching(/“extra” is kept, but .* does not declare it/),
  ]);
});

test('a declared cookie that no file keeps, and a file that is named for nothing, are found', () => {
  expect(problems([writer], [user], [consent, { ...consent, name: 'ghost' }])).toEqual([
    expect.stringMatching(/declares “ghost”, but no file keeps it/),
  ]);
  expect(problems([{ ...writer, text: NAMES }])).toEqual([
    expect.stringMatching(/lets site\/choose\.ts use document\.cookie, which it does not/),
  ]);
  expect(problems([])).toEqual([expect.stringMatching(/names site\/choose\.ts, which is not there/)]);
});

test('what only takes away keeps nothing', () => {
  const remover: StorageUser = { file: 'site/clear.ts', ways: ['localStorage'], entries: null };
  const clearing = (text: string) => problems([writer, { file: 'site/clear.ts', text }], [user, remover]);
  expect(clearing('localStorage.removeItem(key)')).toEqual([]);
  expect(clearing('localStorage.removeItem(key); localStorage.setItem(key, "1")')).toEqual([expect.stringMatching(/only take away/)]);
});
