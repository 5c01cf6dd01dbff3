import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight, plainText, snippet } from '#worker/jobs/model/highlight.ts';
import { parseWords } from '#worker/jobs/model/search-words.ts';

const read = (typed: string) => {
  const { terms, phrases, without, prefix } = parseWords(typed);
  return { terms: terms.map((term) => term.folded), phrases, without, prefix };
};
const marked = (text: string, typed: string, language = 'en') =>
  highlight(text, parseWords(typed), language).map(([from, to]) => text.slice(from, to));

test('words, phrases and what to leave out are told apart, with straight and curly quotes', () => {
  expect(read('Nurse "city planner" -assistant')).toEqual({
    terms: ['nurse'],
    phrases: [['city', 'planner']],
    without: [['assistant']],
    prefix: false,
  });
  expect(read('“city planner” -„night shift“ chief')).toEqual({
    terms: ['chief'],
    phrases: [['city', 'planner']],
    without: [['night', 'shift']],
    prefix: true,
  });
});

test('operators of search engines are just words', () => {
  expect(read('nurse OR NOT title:x NEAR(a b) a* ^b {c} (d')).toEqual({
    terms: ['nurse', 'or', 'not', 'title', 'x', 'near', 'a', 'b', 'c', 'd'],
    phrases: [],
    without: [],
    prefix: true,
  });
});

test('a hyphen inside a word separates, a lone one means nothing', () => {
  expect(read('full-time - work')).toEqual({ terms: ['full', 'time', 'work'], phrases: [], without: [], prefix: true });
});

test('an unclosed quote runs to the end, and a quote inside a word is no quote', () => {
  expect(read('"city plan')).toEqual({ terms: [], phrases: [['city', 'plan']], without: [], prefix: false });
  expect(read('5" pipe fitter').phrases).toEqual([]);
});

test('case and diacritics are folded, and C, C++, C# and .NET stay four different things', () => {
  expect(read('Sjuksköterska İŞÇİ').terms).toEqual(['sjukskoterska', 'isci']);
  expect(read('C C++ C# .NET').terms).toEqual(['c', 'cplusplus', 'csharp', 'dotnet']);
});

test('any string can be read, and every word that comes out is plain', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const { terms, phrases, without } = read(typed);
      for (const word of [...terms, ...phrases.flat(), ...without.flat()]) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      expect(new Set(terms).size).toBe(terms.length);
    }),
    { numRuns: 2000 },
  );
});

test('marks are in order, apart, and inside the text, whatever is typed and written', () => {
  const unit = fc.constantFrom('nurse', 'nurses ', ' the', '"', '-', '**', ' ', 'é', '½', 'C++ ', '\u{1f600}', 'İ');
  const text = fc.string({ unit, maxLength: 60 });
  fc.assert(
    fc.property(text, text, (written, typed) => {
      const found = snippet(written, { words: parseWords(typed), language: 'en', length: 40 });
      let reached = 0;
      for (const [from, to] of found.marks) {
        expect(from).toBeGreaterThanOrEqual(reached);
        expect(to).toBeGreaterThan(from);
        reached = to;
      }
      expect(reached).toBeLessThanOrEqual(found.text.length);
    }),
    { numRuns: 1000 },
  );
});

test('a word is marked exactly, as a beginning, and in its other forms; a phrase only as a whole', () => {
  expect(marked('Nurses nurse nursing; a nursery', 'nurse')).toEqual(['Nurses nurse nursing', 'nursery']);
  expect(marked('The nursery of a nurse', 'nurse nights')).toEqual(['nurse']);
  expect(marked('City of planners, city planner', '"city planner"')).toEqual(['city planner']);
  expect(marked('Sjuksköterskor', 'sjuksköterska', 'sv')).toEqual(['Sjuksköterskor']);
});

test('a snippet shows the lines around what was found, without the signs of Markdown', () => {
  const description = `# About\n\n${'We are a **city**. '.repeat(40)}\n\n- You will *plan* [bridges](https://example.org/x) for us.`;
  const found = snippet(description, { words: parseWords('bridges'), language: 'en' });
  expect(found.text).toMatch(/^… .*bridges for us\.$/);
  expect(found.marks.map(([from, to]) => found.text.slice(from, to))).toEqual(['bridges']);
  expect(snippet(description, { words: parseWords(''), language: 'en' }).text).toMatch(/^We are a city\./);
});

test('a snippet shows the lines with all of the words rather than one of them often', () => {
  const description = `Title: City planner\n\n${'Plain words. '.repeat(40)}\n\nYou live in New York City, serve the City, love the City.`;
  const { text } = snippet(description, { words: parseWords('city planner'), language: 'en' });
  expect(text).toMatch(/^Title: City planner/);
});

test('a snippet of a list keeps its points apart', () => {
  const { text } = snippet('## The post\n\n- **Unit:** School health\n- **Level:** 2', { words: parseWords(''), language: 'en' });
  expect(text).toBe('Unit: School health · Level: 2');
});

test('plain text keeps what was escaped', () => {
  expect(plainText('1\\. C\\+\\+ \\*and\\* C')).toBe('1. C++ *and* C');
});
