import fc from 'fast-check';
import { expect, test } from 'vitest';
import { board } from '#worker/board/model/this-board.ts';
import { canonicalQuery } from '#worker/jobs/model/canonical-query.ts';
import { EVERYTHING } from '#worker/jobs/model/job-query.ts';
import { parseJobQuery } from '#worker/jobs/model/parse-job-query.ts';
import { formatSalaryFloor, parseSalaryFloor } from '#worker/jobs/model/salary-floor.ts';

const parse = (text: string) => parseJobQuery(new URLSearchParams(text), board);
const queryOf = (text: string) => parse(text).query;
const text = fc.string({ unit: 'binary', maxLength: 240 });
const names = fc.constantFrom(
  'q',
  'place',
  'radius',
  'remote',
  'country',
  'category',
  'type',
  'employer',
  'language',
  'posted',
  'salary',
  'kind',
  'sort',
  'page',
  'other',
);
const plausible = fc.constantFrom(
  '1',
  '7',
  '25',
  'DE',
  'us',
  'health',
  'technology',
  'full-time',
  'contract',
  'acme-1',
  'en-GB',
  '7d',
  'EUR 90,000.50/month',
  '25/hour',
  'gig',
  'salary',
  'Åbo',
  'remote',
);
const params = fc.array(fc.tuple(names, fc.oneof(text, plausible)), { maxLength: 12 });

test('any parameters can be read, and the canonical string of what was understood reads back as the same query', () => {
  fc.assert(
    fc.property(params, (pairs) => {
      const { query } = parseJobQuery(new URLSearchParams(pairs), board);
      const again = parse(canonicalQuery(query));
      expect(again).toEqual({ query, problems: [], unknown: [] });
      expect(canonicalQuery(again.query)).toBe(canonicalQuery(query));
    }),
    { numRuns: 1000 },
  );
});

test('a bad value is left out and named, never more than once for each field', () => {
  const { query, problems } = parse(
    'radius=0&place=Oslo&page=51&salary=lots&type=forever&type=contract&posted=2d&remote=yes&country=Germany&sort=best',
  );
  expect(query).toEqual({ ...EVERYTHING, place: 'Oslo', type: ['contract'] });
  expect(problems.map((problem) => problem.field).sort()).toEqual([
    'country',
    'page',
    'posted',
    'radius',
    'remote',
    'salary',
    'sort',
    'type',
  ]);
});

test.each([
  ['place=Oslo&radius=500', 'place=Oslo&radius=501', 'radius'],
  ['place=Oslo&radius=1', 'place=Oslo&radius=1.5', 'radius'],
  [`place=${'a'.repeat(100)}`, `place=${'a'.repeat(101)}`, 'place'],
  ['remote=de', 'remote=deu', 'remote'],
  ['country=us', 'country=u5', 'country'],
  ['category=health', 'category=wealth', 'category'],
  ['type=per-diem', 'type=per-dime', 'type'],
  ['employer=acme-1', 'employer=acme_1', 'employer'],
  [`employer=${'a'.repeat(100)}`, `employer=${'a'.repeat(101)}`, 'employer'],
  ['language=en-GB', 'language=english', 'language'],
  ['posted=1d', 'posted=1', 'posted'],
  ['posted=7d', 'posted=8d', 'posted'],
  ['posted=30d', 'posted=30', 'posted'],
  ['salary=25/hour', 'salary=25/shift', 'salary'],
  ['kind=gig', 'kind=gigs', 'kind'],
  ['sort=distance', 'sort=near', 'sort'],
  ['page=50', 'page=51', 'page'],
  [lists(30), lists(31), 'employer'],
])('%s is understood, %s is refused', (good, bad, field) => {
  expect(parse(good).problems).toEqual([]);
  expect(canonicalQuery(queryOf(good))).not.toBe('');
  expect(parse(bad).problems.map((problem) => problem.field)).toEqual([field]);
});

function lists(many: number): string {
  return Array.from({ length: many }, (_, number) => `employer=e${number}`).join('&');
}

test('words longer than 200 characters are refused by name', () => {
  expect(parse(`q=${'a'.repeat(200)}`).problems).toEqual([]);
  expect(parse(`q=${'a'.repeat(201)}`).problems.map((problem) => problem.field)).toEqual(['q']);
});

test('the same search written in different ways has one canonical string', () => {
  expect(canonicalQuery(queryOf('type=part-time&type=full-time&q=++city++planner&page=1&radius=10&place='))).toBe(
    'q=city+planner&type=full-time&type=part-time',
  );
  expect(canonicalQuery(queryOf('type=full-time&q=city+planner&type=part-time&type=part-time'))).toBe(
    'q=city+planner&type=full-time&type=part-time',
  );
  expect(canonicalQuery({ ...EVERYTHING, country: ['SE', 'FI'] })).toBe('country=FI&country=SE');
  expect(canonicalQuery(EVERYTHING)).toBe('');
});

test('the place "remote" asks for remote work', () => {
  expect(queryOf('place=Remote&radius=10')).toEqual({ ...EVERYTHING, remote: true });
  expect(queryOf('place=remote&remote=fi').remote).toBe('FI');
});

test('unknown parameters are named', () => {
  expect(parse('q=nurse&utm_source=x&utm_source=y').unknown).toEqual(['utm_source']);
});

test('a parameter that can have only one value says so when it has two', () => {
  expect(parse('page=2&page=3').problems).toEqual([{ field: 'page', message: 'Give this once.' }]);
  expect(parse('page=2&page=2').problems).toEqual([]);
});

test.each([
  ['90000', 90000, 'year', null],
  ['90000/year', 90000, 'year', null],
  ['25/hour', 25, 'hour', null],
  ['25.50/hour', 25.5, 'hour', null],
  ['25,5/hour', 25.5, 'hour', null],
  ['EUR90000/year', 90000, 'year', 'EUR'],
  ['eur 90 000 / year', 90000, 'year', 'EUR'],
  ['90,000', 90000, 'year', null],
  ['90.000', 90000, 'year', null],
  ["1'250'000", 1250000, 'year', null],
  ['USD 1,250,000.50/year', 1250000.5, 'year', 'USD'],
  ['90k', 90000, 'year', null],
])('a salary of %s is understood', (typed, amount, period, currency) => {
  expect(parseSalaryFloor(typed)).toEqual({ amount, period, currency });
});

test.each(['', '0', '-5', 'EUR', '90000/decade', 'NaN', '1e5', '99999999999999', '1,2,3', '12.345.6'])(
  'a salary of %j is not understood',
  (typed) => {
    expect(parseSalaryFloor(typed)).toBeNull();
  },
);

test('a written salary floor reads back as itself', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e12 }),
      fc.constantFrom('hour', 'year', 'month'),
      fc.constantFrom('EUR', 'SEK', null),
      (cents, period, currency) => {
        const floor = { amount: cents / 100, period, currency };
        expect(parseSalaryFloor(formatSalaryFloor(floor))).toEqual(floor);
      },
    ),
  );
});
