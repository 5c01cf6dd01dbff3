import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { proves } from '#tests/support/proves.ts';
import { markdownToHtml } from '#worker/kernel/markdown.ts';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function tagsOf(html: string): readonly Tag[] {
  const tags: Tag[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => tags.push({ name, attributes }) });
  parser.end(html);
  return tags;
}

const ALLOWED = /^(p|ul|ol|li|em|strong|blockquote|code|pre|br|hr|h[2-6]|a)$/;

/** Strings that look like attacks more often than chance would have it. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '[x](javascript:alert(1))',
        '[x](JaVaScRiPt&colon;alert(1))',
        '[x](data:text/html,<b>)',
        '[x](https://a.example "onmouseover=alert(1)")',
        '<https://a.example/"onclick="x>',
        '![x](https://a.example/x.png)',
        '[x]: https://a.example/><script>\n\n[x]',
        '# ',
        '###### ',
        '\n\n',
        '> ',
        '- ',
        '```\n',
        '&lt;script&gt;',
        '](',
        '">',
        "'",
        '<a href="https://a.example">',
        '<!--',
        '<![CDATA[',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test(
  'whatever stands in an ad, only plain formatting and https links without trust come out',
  proves('hostile-text-harmless', 'outside-links-marked'),
  () => {
    fc.assert(
      fc.property(hostile, (markdown) => {
        for (const { name, attributes } of tagsOf(markdownToHtml(markdown))) {
          expect(name).toMatch(ALLOWED);
          if (name !== 'a') expect(attributes).toEqual({});
          else {
            expect(Object.keys(attributes)).toEqual(['href', 'rel']);
            expect(attributes['href']).toMatch(/^https:\/\//i);
            expect(attributes['rel']).toBe('nofollow ugc noopener');
          }
        }
      }),
      { numRuns: 2000 },
    );
  },
);

test('every tag that is opened is closed in its place', () => {
  fc.assert(
    fc.property(hostile, (markdown) => {
      const open: string[] = [];
      for (const [, slash, name] of markdownToHtml(markdown).matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
        if (name === 'br' || name === 'hr') continue;
        if (slash === '') open.push(name ?? '');
        else expect(open.pop()).toBe(name);
      }
      expect(open).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('headings begin below the title of the page and skip no rank', () => {
  expect(markdownToHtml('# A\n\n#### B\n\n# C')).toBe('<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>');
  expect(markdownToHtml('### Only')).toBe('<h2>Only</h2>');
});

test('a link to a place that is not https is only its text', proves('outside-links-marked'), () => {
  expect(markdownToHtml('[a](http://a.example) [b](/jobs) [c](mailto:c@c.example) [d](https://d.example/?x=1&y=2)')).toBe(
    '<p>a b c <a href="https://d.example/?x=1&amp;y=2" rel="nofollow ugc noopener">d</a></p>',
  );
});

test('an image is only its description', () => {
  expect(markdownToHtml('![our *office*](https://a.example/x.png "t")')).toBe('<p>our office</p>');
});

test('HTML in the source is shown as text', proves('hostile-text-harmless'), () => {
  expect(markdownToHtml('a <b onclick="x">b</b>')).toBe('<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>');
});

test('lists within lists end at the sixth, however many an ad opens', () => {
  const html = markdownToHtml(`${'1) '.repeat(5000)}x\n\n${'>'.repeat(5000)} y`);
  expect(html.match(/<ol>/g)).toHaveLength(6);
  expect(html.match(/<blockquote>/g)).toHaveLength(6);
  expect(html).toContain('x');
  expect(html).toContain('y');
});

test('an ad with thousands of marks shows them as they stand, for pairing them would take minutes', () => {
  expect(markdownToHtml('*a_'.repeat(2_000))).toBe(`<p>${'*a_'.repeat(2_000)}</p>`);
  expect(markdownToHtml('**a** '.repeat(400))).toContain('<strong>a</strong>');
});

test.each([
  ['lines of list marks', '* *\n'.repeat(10_000), '<ul>'],
  ['quotes whose next line is not quoted', '> a\nb\n'.repeat(2_000), '<blockquote>'],
  ['links begun over and over', '[a\n](b\n('.repeat(2_000), '<a'],
  ['runs of backticks', Array.from({ length: 400 }, (_, length) => `${'`'.repeat(length + 1)}a`).join(' '), '<code>'],
])('thousands of %s are shown as they are typed, for reading them would take minutes', (_what, markdown, tag) => {
  expect(markdownToHtml(markdown)).not.toContain(tag);
});

test('a long list is a list, and one that is indented further and further ends', () => {
  expect(markdownToHtml('* a\n'.repeat(600)).match(/<li>/g)).toHaveLength(600);
  const stairs = Array.from({ length: 700 }, (_, depth) => `${'  '.repeat(depth)}* a`).join('\n');
  expect(markdownToHtml(stairs).match(/<ul>/g)?.length).toBeLessThan(20);
});

test('a line of = or - under another makes no heading', () => {
  expect(markdownToHtml('a\n=\n=')).toBe('<p>a\n=\n=</p>');
});

test('beyond a hundred comments their marks are text like any other, for looking for the end of each would take seconds', () => {
  const comment = 'a <!-- *b* --> ';
  expect(markdownToHtml(comment)).toBe('<p>a &lt;!-- *b* --&gt;</p>');
  expect(markdownToHtml(comment.repeat(101))).toContain('&lt;!-- <em>b</em> --&gt;');
});
