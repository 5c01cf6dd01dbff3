import type { Feed, FeedEntry } from '#worker/feeds/model/feed.ts';
import { escapeXml } from '#worker/kernel/escape.ts';

/** RSS 2.0. */
export function rss(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>',
    `<title>${escapeXml(feed.title)}</title>`,
    `<link>${escapeXml(feed.page)}</link>`,
    `<description>${escapeXml(feed.description)}</description>`,
    `<language>${escapeXml(feed.language)}</language>`,
    `<lastBuildDate>${new Date(feed.updatedAt).toUTCString()}</lastBuildDate>`,
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(feed.self)}"/>`,
    ...feed.entries.map(item),
    '</channel></rss>',
    '',
  ].join('\n');
}

function item(entry: FeedEntry): string {
  return [
    '<item>',
    `<title>${escapeXml(entry.title)}</title>`,
    `<link>${escapeXml(entry.url)}</link>`,
    `<guid isPermaLink="false">${escapeXml(entry.id)}</guid>`,
    `<pubDate>${new Date(entry.publishedAt).toUTCString()}</pubDate>`,
    `<dc:creator>${escapeXml(entry.author)}</dc:creator>`,
    // A description is HTML to its readers: plain text is escaped once for HTML and once for XML.
    `<description>${escapeXml(escapeXml(entry.summary))}</description>`,
    '</item>',
  ].join('');
}
