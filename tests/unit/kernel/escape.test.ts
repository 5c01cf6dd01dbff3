import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { escapeXml, jsonForScript } from '#worker/kernel/escape.ts';

function parsed(xml: string): { text: string; attribute: string } {
  const parser = new SaxesParser();
  let text = '';
  let attribute = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('opentag', (tag) => {
    attribute = String(tag.attributes['a'] ?? '');
  });
  parser.write(xml).close();
  return { text, attribute };
}

/** Any text, with what XML minds more often than chance would have it. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('<', '>', '&', '"', "'", ']]>', '\u0000', '\ud800', '\ufffe'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

test('any text stands in XML as text and as attribute, and nothing of it is markup', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const escaped = escapeXml(text);
      expect(escaped).not.toMatch(/[<>"']/);
      parsed(`<r a="${escaped}">${escaped}</r>`);
    }),
    { numRuns: 2000 },
  );
});

test('what is escaped reads back as it was', () => {
  expect(parsed(`<r a="${escapeXml(`<&>"'`)}">${escapeXml(`å <b> & ]]> 😀`)}</r>`)).toEqual({ text: 'å <b> & ]]> 😀', attribute: `<&>"'` });
});

test('what XML cannot hold is left out, and a lone half of a character is replaced', () => {
  expect(escapeXml('a\u0000b\u001bc\ufffed\ud800e')).toBe('abcd\ufffde');
});

test('JSON in a script element reads back as it was and cannot end the element', () => {
  const value = { a: '</script><!--\u2028\u2029&amp;', b: ['<'] };
  const text = jsonForScript(value);
  expect(text).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(text)).toEqual(value);
});
