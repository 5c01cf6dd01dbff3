import type { Feed } from '#worker/feeds/model/feed.ts';

/** JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.page,
    feed_url: feed.self,
    language: feed.language,
    items: feed.entries.map(({ id, url, title, summary, author, publishedAt }) => ({
      id,
      url,
      title,
      content_text: summary,
      date_published: publishedAt,
      authors: [{ name: author }],
    })),
  });
}
