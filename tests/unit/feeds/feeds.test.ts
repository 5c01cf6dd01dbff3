import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { board } from '#worker/board/model/this-board.ts';
import { atom } from '#worker/feeds/model/atom.ts';
import type { Feed } from '#worker/feeds/model/feed.ts';
import { jsonFeed } from '#worker/feeds/model/json-feed.ts';
import { rss } from '#worker/feeds/model/rss.ts';
import { sitemap, sitemapIndex } from '#worker/feeds/model/sitemap.ts';
import { robotsTxt, securityTxt } from '#worker/feeds/model/text-files.ts';

function elementsOf(xml: string): readonly string[] {
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => names.push(tag.name));
  parser.write(xml).close();
  return names;
}

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const anyFeed: fc.Arbitrary<Feed> = anyText.chain((text) =>
  fc.constant({
    title: text,
    description: text,
    page: `https://b.example/jobs?q=${text}`,
    self: `https://b.example/jobs/feed.xml?q=${text}`,
    language: 'en',
    updatedAt: '2026-11-01T09:00:00.000Z',
    entries: [{ id: text, url: text, title: text, summary: text, author: text, publishedAt: '2026-11-01T09:00:00.000Z' }],
  }),
);

test('RSS and Atom are well-formed whatever an ad says, with one element for each thing', () => {
  fc.assert(
    fc.property(anyFeed, (feed) => {
      expect(elementsOf(rss(feed)).filter((name) => name === 'item')).toHaveLength(1);
      expect(elementsOf(atom(feed)).filter((name) => name === 'entry')).toHaveLength(1);
    }),
    { numRuns: 1000 },
  );
});

test('a JSON feed is JSON of version 1.1 whatever an ad says', () => {
  fc.assert(
    fc.property(anyFeed, (feed) => {
      const read = JSON.parse(jsonFeed(feed));
      expect(read.version).toBe('https://jsonfeed.org/version/1.1');
      expect(read.items[0].content_text).toBe(feed.entries[0]?.summary);
    }),
  );
});

test('the words of an ad are text in RSS, for readers that take descriptions as HTML', () => {
  const feed: Feed = {
    title: 't',
    description: 'd',
    page: 'https://b.example/jobs',
    self: 'https://b.example/jobs/feed.xml',
    language: 'en',
    updatedAt: '2026-11-01T09:00:00.000Z',
    entries: [{ id: 'i', url: 'u', title: 'C < D', summary: '<script>', author: 'a', publishedAt: '2026-11-01T09:00:00.000Z' }],
  };
  expect(rss(feed)).toContain('<description>&amp;lt;script&amp;gt;</description>');
  expect(rss(feed)).toContain('<title>C &lt; D</title>');
  expect(rss(feed)).toContain('<pubDate>Sun, 01 Nov 2026 09:00:00 GMT</pubDate>');
});

test('a sitemap says when what it names last changed, and nothing where nobody knows', () => {
  const entries = [
    { url: 'https://b.example/?a=1&b=2', changedAt: Date.UTC(2026, 10, 1) },
    { url: 'https://b.example/x', changedAt: null },
  ];
  expect(elementsOf(sitemap(entries))).toEqual(['urlset', 'url', 'loc', 'lastmod', 'url', 'loc']);
  expect(sitemapIndex(entries)).toContain(
    '<sitemap><loc>https://b.example/?a=1&amp;b=2</loc><lastmod>2026-11-01T00:00:00.000Z</lastmod></sitemap>',
  );
});

test('security.txt ends always at least 179 days ahead', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2090, 0, 1) }), (now) => {
      const text = securityTxt(board, { publicUrl: 'https://b.example', now });
      const expires = Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? '');
      expect(expires - now).toBeGreaterThan(179 * 86_400_000);
      expect(expires - now).toBeLessThan(366 * 86_400_000);
      expect(text).toContain(`Contact: mailto:${board.contact.security}\n`);
    }),
  );
});

test('robots.txt lets everybody in but where an act begins, and names the sitemap', () => {
  expect(robotsTxt('https://b.example')).toBe(
    'User-agent: *\nAllow: /\nDisallow: /contacts/\nDisallow: /leave/\nDisallow: /relay/\nDisallow: /show-contact/\n\nSitemap: https://b.example/sitemap.xml\n',
  );
});
