import { expect, test } from 'vitest';
import { shoutedLine, shoutsInTitle } from '#worker/posts/model/hints/all-capitals.ts';
import { hintsOf } from '#worker/posts/model/hints/hints-of.ts';
import { payHistoryAsked } from '#worker/posts/model/hints/pay-history.ts';
import { repeatedPost } from '#worker/posts/model/hints/repeats.ts';

test.each([
  'Please state your current salary.',
  'Applicants must include their most recent annual salary in the letter.',
  'We ask for your salary history.',
  'What do you currently earn?',
  'Attach your last three pay slips.',
  'Tell us what you earned in your last job.',
  'Write how much you were paid before.',
  'How much did you earn in your last role?',
  'Ange nuvarande lön i ansökan.',
  'Vad tjänar du idag?',
  'Bitte nennen Sie Ihr aktuelles Gehalt.',
  'Mit Angabe des bisherigen Bruttojahresgehalts',
  'Was verdienen Sie derzeit?',
  'Kerro nykyinen palkkasi.',
  'Liitä mukaan palkkakuitti.',
  'Əvvəlki iş yerindəki maaşınızı yazın.',
  'Hazırda nə qədər maaş alırsınız?',
])('“%s” asks what somebody earned', (text) => {
  expect(payHistoryAsked(text)).not.toBeNull();
});

test.each([
  'We never ask for your salary history.',
  'The current salary range is $50,000 to $60,000.',
  'Tell us what you wish to earn.',
  'What you earn grows with the years.',
  'We love what you make.',
  'Salary is reviewed every year.',
  'Ange ditt löneanspråk.',
  'Vi frågar inte efter tidigare lön.',
  'Bitte senden Sie Ihre Gehaltsvorstellung.',
  'Erstellung von Lohnabrechnungen für 200 Beschäftigte',
  'Ilmoita palkkatoiveesi.',
  'Gözlədiyiniz maaşı yazın.',
])('“%s” asks nothing that the law forbids', (text) => {
  expect(payHistoryAsked(text)).toBeNull();
});

test('capitals shout in a title and in a line, not in an abbreviation', () => {
  expect(shoutsInTitle('WAREHOUSE WORKER')).toBe(true);
  expect(shoutsInTitle('HGV driver, ADR')).toBe(false);
  expect(shoutsInTitle('NASA')).toBe(false);
  expect(shoutedLine('About us\n\nWE ARE LOOKING FOR SOMEBODY WHO NEVER SLEEPS!\n')).toBe('WE ARE LOOKING FOR SOMEBODY WHO NEVER SLEEPS!');
  expect(shoutedLine('## REQUIREMENTS\n\nA licence.')).toBeNull();
});

const text = (words: string) => Array.from({ length: 30 }, (_, at) => `${words} ${at}`).join(' ');

test('a post that says what an open one says is found, whatever stands in its title', () => {
  const open = [
    { id: 'a', title: 'Baker', description: text('kneads the dough of day') },
    { id: 'b', title: 'Driver', description: text('carries the bread along road') },
  ];
  expect(repeatedPost({ title: 'Driver of vans', description: text('carries the bread along road') }, open)?.id).toBe('b');
  expect(repeatedPost({ title: 'Accountant', description: text('counts what the others earned in') }, open)).toBeNull();
  expect(
    repeatedPost({ title: 'BAKER!', description: `${text('kneads the dough of day')} ${text('and sells it in Umeå')}` }, open),
  ).toBeNull();
  expect(repeatedPost({ title: 'BAKER!', description: `${text('kneads the dough of day')} And sells it.` }, open)?.id).toBe('a');
});

test('hints name the field, quote what was found, and never a contact', () => {
  const hints = hintsOf({
    kind: 'job',
    title: 'WAITRESS WANTED',
    description: 'Write to **anna**@example.com or call 070-123 45 67, and state your current salary.',
    language: 'en',
    others: { availability: 'Call +46 70 123 45 67' },
  });
  expect(hints).toEqual([
    { flag: 'title-not-neutral', field: 'title', quote: 'WAITRESS' },
    { flag: 'asks-pay-history', field: 'description', quote: 'state your current salary' },
    { flag: 'all-capitals', field: 'title', quote: 'WAITRESS WANTED' },
    { flag: 'contacts-in-text', field: 'description', quote: 'a…@e…' },
    { flag: 'contacts-in-text', field: 'availability', quote: '+46…' },
  ]);
});

test('a plain, honest ad raises nothing', () => {
  expect(hintsOf({ kind: 'job', title: 'Baker', description: 'Bread, from four in the morning.', language: 'en' })).toEqual([]);
});

test('who offers work of their own may say what they are', () => {
  expect(hintsOf({ kind: 'gig', title: 'Handyman', description: 'I mend what you have.', language: 'en' })).toEqual([]);
});
