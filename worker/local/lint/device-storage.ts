import { doorCookieName } from '#worker/accounts/model/cookie-names.ts';
import { consentCookieName, secretCookieName } from '#worker/consent/model/cookie-names.ts';
import { storageUses } from '#worker/local/lint/storage-uses.ts';
import type { SourceFile } from '#worker/local/lint/written-texts.ts';
import type { DeclaredEntry } from '#worker/promises/model/cookies.ts';

/** A file that may reach what a browser keeps, and what it reaches there. */
export interface StorageUser {
  readonly file: string;
  readonly ways: readonly string[];
  /** Declared names that it reads or writes; none where it hands on what the API sets; null for the one that only takes away, by the names that services declare. */
  readonly entries: readonly string[] | null;
}

/** On this machine no cookie has `__Host-` in front, as none has in the declaration. */
const HERE = 'http://localhost';
const CONSENT = consentCookieName(HERE);
const SECRET = secretCookieName(HERE);
const SESSION = doorCookieName('session', HERE);
const SIGN_IN = doorCookieName('sign-in', HERE);
const LINK = doorCookieName('link', HERE);
const KNOWN_BROWSER = doorCookieName('known-browser', HERE);
const DRAFT = doorCookieName('draft', HERE);
const NAMES = ['#worker/consent/model/cookie-names.ts', '#worker/accounts/model/cookie-names.ts'];

export const STORAGE_USERS: readonly StorageUser[] = [
  { file: 'site/islands/consent/act.ts', ways: ['document.cookie'], entries: [CONSENT] },
  { file: 'site/islands/consent/choice.ts', ways: ['document.cookie', 'localStorage'], entries: [CONSENT] },
  { file: 'site/services/clear-away.ts', ways: ['document.cookie', 'localStorage', 'sessionStorage'], entries: null },
  { file: 'site/lib/make-choice.ts', ways: ['Set-Cookie'], entries: [CONSENT, SECRET] },
  { file: 'site/lib/act.ts', ways: ['Set-Cookie'], entries: [] },
  { file: 'site/lib/hand-on.ts', ways: ['Set-Cookie'], entries: [] },
  { file: 'worker/accounts/start-session.ts', ways: [], entries: [SESSION, KNOWN_BROWSER] },
  { file: 'worker/posts/model/draft-cookie.ts', ways: [], entries: [DRAFT] },
  { file: 'worker/http/json-exchange.ts', ways: ['Set-Cookie'], entries: [] },
  { file: 'worker/accounts/address-routes.ts', ways: ['Set-Cookie'], entries: [SESSION, LINK] },
  { file: 'worker/accounts/session-routes.ts', ways: ['Set-Cookie'], entries: [SESSION, SIGN_IN, LINK, DRAFT] },
  { file: 'worker/privacy/deletion-routes.ts', ways: ['Set-Cookie'], entries: [SESSION, SIGN_IN, LINK] },
  { file: 'worker/consent/routes.ts', ways: ['Set-Cookie'], entries: [SECRET] },
];

export interface Declared {
  readonly declared: readonly DeclaredEntry[];
  readonly users: readonly StorageUser[];
}

/** Cookies and storage keys that code keeps and nobody declared, or that are declared and kept by nobody. */
export function deviceStorageProblems(sources: readonly SourceFile[], { declared, users }: Declared): readonly string[] {
  const written = new Set(users.flatMap(({ entries }) => entries ?? []));
  const names = new Set(declared.map(({ name }) => name));
  const essential = declared.filter(({ category }) => category === 'essential');
  return [
    ...sources.flatMap((source) => unknownUses(source, users)),
    ...users.flatMap((user) => userProblems(user, sources)),
    ...[...written]
      .filter((name) => !names.has(name))
      .map((name) => `The cookie “${name}” is kept, but worker/promises/model/cookies.ts does not declare it.`),
    ...essential
      .filter(({ name }) => !written.has(name))
      .map(
        ({ name }) =>
          `The cookie policy declares “${name}”, but no file keeps it: name the one that does in worker/local/lint/device-storage.ts.`,
      ),
  ];
}

function unknownUses(source: SourceFile, users: readonly StorageUser[]): readonly string[] {
  const allowed = users.find(({ file }) => file === source.file)?.ways ?? [];
  return storageUses(source)
    .filter(({ way }) => !allowed.includes(way))
    .map(
      ({ file, line, way }) =>
        `${file}:${line} reaches what a browser keeps (${way}). Declare it in worker/promises/model/cookies.ts and name the file in worker/local/lint/device-storage.ts, or do without.`,
    );
}

function userProblems({ file, ways, entries }: StorageUser, sources: readonly SourceFile[]): readonly string[] {
  const source = sources.find((one) => one.file === file);
  if (source === undefined) return [`worker/local/lint/device-storage.ts names ${file}, which is not there. Take its line away.`];
  const used = storageUses(source).map(({ way }) => way);
  const idle = ways.filter((way) => !used.includes(way));
  const idly = idle.map((way) => `worker/local/lint/device-storage.ts lets ${file} use ${way}, which it does not. Take that away.`);
  if (entries?.length === 0) return idly;
  if (entries !== null)
    return NAMES.some((names) => source.text.includes(names))
      ? idly
      : [...idly, `${file} keeps cookies by names of its own: take them from ${NAMES.join(' or ')}.`];
  const isKeeping = /setItem|\bStorage\b\[|document\.cookie = (?!`\$\{name\}=; Max-Age=0)/.test(source.text);
  return isKeeping ? [...idly, `${file} may only take away what services left: it must keep nothing itself.`] : idly;
}
