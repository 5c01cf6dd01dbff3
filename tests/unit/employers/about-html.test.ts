import { expect, test } from 'vitest';
import { aboutHtml } from '#worker/employers/model/about-html.ts';

test('the text about an employer promises no button where a contact was taken out: its page has none', () => {
  const html = aboutHtml('Call +46 40 123 45 67 or write to **jane**@bakery.example.');
  expect(html).not.toContain('123 45 67');
  expect(html).not.toContain('bakery.example');
  expect(html).not.toContain('[show contact]');
  expect(html?.match(/\[contact kept private\]/g)).toHaveLength(2);
});

test('nothing about an employer is nothing', () => {
  expect(aboutHtml(null)).toBeNull();
});
