import { expect, test, vi } from 'vitest';
import { cleanLine, cleanText } from '#db/import/clean/clean-text.ts';
import { htmlToMarkdown, httpsUrl } from '#db/import/clean/html-to-markdown.ts';
import { textToMarkdown } from '#db/import/clean/markdown-text.ts';
import { parseDate } from '#db/import/clean/parse-date.ts';
import { parseAmount, parseSalaryText } from '#db/import/clean/parse-salary.ts';
import { titleCase } from '#db/import/clean/title-case.ts';
import { endOfDay, startOfDay } from '#worker/kernel/zoned-day.ts';

test.each([
  ['SENIOR BI SYSTEMS DEVELOPER', 'Senior BI Systems Developer'],
  ['DIRECTOR OF NURSING AND CARE', 'Director of Nursing and Care'],
  ['CITY MEDICAL SPECIALIST IV, BUREAU OF PUBLIC HEALTH', 'City Medical Specialist IV, Bureau of Public Health'],
  ['SCADA SUPPORT SPECIALIST', 'SCADA Support Specialist'],
  ["ELECTRICIAN'S HELPER", "Electrician's Helper"],
  ['X-RAY TECHNICIAN II', 'X-Ray Technician II'],
  ['SENIOR .NET PROGRAMMER/ANALYST', 'Senior .NET Programmer/Analyst'],
  ['TIMEKEEPER: THE HUMAN SIDE', 'Timekeeper: The Human Side'],
  ['AGENCY ATTORNEY L1, 3RD FLOOR', 'Agency Attorney L1, 3rd Floor'],
  ['IN-HOUSE COUNSEL', 'In-House Counsel'],
  ['NYC HR AND IT OF DART', 'NYC HR and IT of DART'],
  ['iOS Developer at NASA', 'iOS Developer at NASA'],
  ['СТАРШИЙ ИНЖЕНЕР', 'Старший Инженер'],
])('makes %j readable', (title, readable) => {
  expect(titleCase(title, new Set(['DART']))).toBe(readable);
});

test('repairs text that was read in the wrong encoding', () => {
  expect(cleanLine('IT Ã¢Â€Â“ SUPPORT', 100)).toBe('IT – SUPPORT');
  expect(cleanLine('SjukskÃ¶terska pÃ¥ natten', 100)).toBe('Sjuksköterska på natten');
  expect(cleanLine('Åsa är här, Ätran', 100)).toBe('Åsa är här, Ätran');
});

test('cleans and bounds text', () => {
  expect(cleanText('a\u0000b\u200bc\u202e \r\n\r\n\r\n\r\nd\u00a0 e', 100)).toBe('abc\n\nd  e');
  expect(cleanLine(' a \n b ', 100)).toBe('a b');
  expect(cleanLine('word '.repeat(100), 20)).toHaveLength(20);
  expect(cleanLine('😀'.repeat(20), 10).isWellFormed()).toBe(true);
});

test.each([
  ['$35,252', 35_252],
  ['45.000,00 €', 45_000],
  ['1 234,50 EUR', 1234.5],
  ["CHF 1'250.75", 1250.75],
  ['£30k', 30_000],
  ['12.5', 12.5],
  ['35.000', 35_000],
  ['none', null],
])('reads %j as %s', (text, amount) => {
  expect(parseAmount(text)).toBe(amount);
});

test.each([
  ['£30,000 - £35,000 per year', { currency: 'GBP', min: 3_000_000, max: 3_500_000, period: 'year' }],
  ['$25/hour', { currency: 'USD', min: 2500, max: null, period: 'hour' }],
  ['SEK 35 000 - 40 000 / month', { currency: 'SEK', min: 3_500_000, max: 4_000_000, period: 'month' }],
  ['up to $90000 a year', { currency: 'USD', min: null, max: 9_000_000, period: 'year' }],
  ['$60,000 - $50,000', { currency: 'USD', min: 5_000_000, max: 6_000_000, period: 'year' }],
  ['JPY 300000 monthly', { currency: 'JPY', min: 300_000, max: null, period: 'month' }],
  ['$0', null],
  ['25/hour', null],
  ['competitive', null],
])('reads the pay %j', (text, salary) => {
  expect(parseSalaryText(text, { currency: null, period: null })).toEqual(salary);
});

test.each([
  ['7/24/2024', [2024, 7, 24]],
  ['23-Jan-25', [2025, 1, 23]],
  ['2024-08-06', [2024, 8, 6]],
  ['2024-08-06T23:30:00-05:00', [2024, 8, 6]],
  ['Tue, 06 Aug 2024 10:00:00 GMT', [2024, 8, 6]],
])('reads the date %j', (text, [year, month, day]) => {
  expect(parseDate(text, ['M/D/YYYY', 'D-MMM-YY'])).toMatchObject({ year, month, day });
});

test.each(['2024-02-30', '13/40/2024', '', 'N/A', 'soon', '0000-00-00', '12/31/9999'])('reads no date in %j', (text) => {
  expect(parseDate(text, ['M/D/YYYY', 'D-MMM-YY'])).toBeNull();
});

test('a feed is read alike in every time zone of the machine: a time without zone is UTC, a day without time a day', () => {
  vi.stubEnv('TZ', 'Pacific/Kiritimati');
  expect(parseDate('22 Nov 2026', [])).toEqual({ year: 2026, month: 11, day: 22, moment: null });
  expect(parseDate('Sun, 22 Nov 2026 10:00:00', [])?.moment).toBe(Date.UTC(2026, 10, 22, 10));
  expect(parseDate('Sun, 22 Nov 2026 10:00:00 +0200', [])?.moment).toBe(Date.UTC(2026, 10, 22, 8));
  expect(parseDate('Sun, 22 Nov 2026 10:00:00 EST', [])?.moment).toBe(Date.UTC(2026, 10, 22, 15));
  vi.unstubAllEnvs();
});

test('a day begins and ends where it is, also when clocks change', () => {
  expect(new Date(startOfDay({ year: 2024, month: 3, day: 10 }, 'America/New_York')).toISOString()).toBe('2024-03-10T05:00:00.000Z');
  expect(new Date(endOfDay({ year: 2024, month: 3, day: 10 }, 'America/New_York')).toISOString()).toBe('2024-03-11T03:59:59.999Z');
});

test('turns lists, headings and breaks into Markdown', () => {
  expect(
    htmlToMarkdown(
      '<h1>Role</h1>a<br>b<ul><li>One<li><b> Two </b></ul><ol><li>x</li><li>y</li></ol><table><tr><td>Pay</td><td>10</td></tr></table>',
    ),
  ).toBe('### Role\n\na\\\nb\n\n- One\n- **Two**\n1. x\n2. y\n\nPay – 10');
  expect(textToMarkdown('Do:\n• one\n• two\n\n# not a heading\n*x* <b>')).toBe('Do:\n\n- one\n- two\n\n\\# not a heading\\\n\\*x\\* \\<b>');
});

test('takes https links only', () => {
  expect(httpsUrl('https://a.example/x y')).toBe('https://a.example/x%20y');
  for (const url of [
    'http://a.example',
    'javascript:alert(1)',
    'https://user:word@a.example',
    'https://localhost/',
    '//a.example',
    'data:text/html,x',
  ]) {
    expect(httpsUrl(url)).toBeNull();
  }
});
