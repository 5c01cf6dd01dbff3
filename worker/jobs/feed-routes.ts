import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { atom } from '#worker/feeds/model/atom.ts';
import { type Feed, feedOf } from '#worker/feeds/model/feed.ts';
import { jsonFeed } from '#worker/feeds/model/json-feed.ts';
import { rss } from '#worker/feeds/model/rss.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { canonicalQuery } from '#worker/jobs/model/canonical-query.ts';
import { readQuery } from '#worker/jobs/query-parameters.ts';
import { searchJobs } from '#worker/jobs/search-jobs.ts';

const FORMATS: Readonly<Record<string, { readonly render: (feed: Feed) => string; readonly type: string }>> = {
  xml: { render: rss, type: 'application/rss+xml; charset=utf-8' },
  atom: { render: atom, type: 'application/atom+xml; charset=utf-8' },
  json: { render: jsonFeed, type: 'application/feed+json; charset=utf-8' },
};

/** Any search as a feed, the newest first unless another order is asked for. Parameters that readers add of their own are ignored. */
export const feedRoutes = new Hono<AppEnv>().get('/jobs/:file{feed\\.(?:xml|atom|json)}', etag(), async (c) => {
  const { container } = c.var;
  const format = c.req.param('file').slice('feed.'.length);
  const { render, type } = FORMATS[format] ?? { render: rss, type: 'application/xml' };
  const query = readQuery(c.req.url, { board: container.board, strict: false });
  const view = await searchJobs(container, { ...query, sort: query.sort ?? 'newest' });
  const { board, language, publicUrl, now } = container;
  const feed = feedOf(view, { boardName: board.name, language, publicUrl, format, query: canonicalQuery(query), now });
  return c.body(render(feed), 200, { 'Content-Type': type });
});
