import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REFUSALS } from '#worker/refusals/model/refusal-words.ts';

const ROOMS = ['posts', 'employers', 'pictures', 'relay', 'moderation', 'staff'];
const IDS = /['`]((?:posts|ad-form|employers|pictures|relay|reports|moderation|staff)\.(?:[a-z0-9-]|\$\{[^}]+\})+)['`]/g;
/** A sentence where the id of one belongs: in an error, beside a field, or in a schema. */
const SENTENCE =
  /(?:DomainError\(\s*'\w+',|TooManyError\(|invalidField\(\s*'\w+',|\.wrong\(\s*'?\w+'?,|\b(?:error|message|missing|tooLong|empty):|\.(?:max|min)\([\w.]+,|refine\([^'"`]*,)\s*(['`][A-Z][^'`]* [^'`]*['`])/g;

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('-refusals.ts'))
    .map((path) => join(folder, path));
}

const FILES = [...ROOMS.flatMap((room) => filesOf(join('worker', room))), 'worker/http/picture-form.ts'];
const SOURCES = FILES.map((path) => ({ path, text: readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '') }));
const NAMED = SOURCES.flatMap(({ path, text }) => [...text.matchAll(IDS)].map(([, id = '']) => ({ path, id })));

/** An id that is made of another: `employers.domain-${found.is}` stands for all that begin and end so. */
function idsOf(id: string): readonly string[] {
  const [start = '', ...rest] = id.split(/\$\{[^}]+\}/);
  const end = rest.at(-1) ?? '';
  return rest.length === 0 ? [id] : Object.keys(REFUSALS).filter((known) => known.startsWith(start) && known.endsWith(end));
}

test('whatever is refused is said by the id of a sentence that there is', () => {
  const unknown = NAMED.filter(({ id }) => idsOf(id).every((known) => REFUSALS[known] === undefined));
  expect(unknown).toEqual([]);
});

test('no sentence of a refusal stands unused', () => {
  const used = new Set(NAMED.flatMap(({ id }) => idsOf(id)));
  expect(Object.keys(REFUSALS).filter((id) => !used.has(id))).toEqual([]);
});

test('no sentence of a refusal stands outside of the catalogues', () => {
  const found = SOURCES.flatMap(({ path, text }) => [...text.matchAll(SENTENCE)].map(([, sentence]) => ({ path, sentence })));
  expect(found).toEqual([]);
});

test('a refusal is a whole sentence, says “ad” for what is published, and has no words of the trade', () => {
  const wrong = Object.entries(REFUSALS).filter(
    ([, { en }]) => !/^\S.*\.$/.test(en) || /\b(?:post|posts|advert|notice|hand(?:ed)? in)\b/.test(en),
  );
  expect(wrong).toEqual([]);
});
