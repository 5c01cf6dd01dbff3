import { type Handler, Hono } from 'hono';
import { etag } from 'hono/etag';
import { atom } from '#worker/feeds/model/atom.ts';
import { type Feed, feedOf } from '#worker/feeds/model/feed.ts';
import { jsonFeed } from '#worker/feeds/model/json-feed.ts';
import { rss } from '#worker/feeds/model/rss.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { canonicalQuery } from '#worker/jobs/model/canonical-query.ts';
import { readQuery } from '#worker/jobs/query-parameters.ts';
import { searchJobs } from '#worker/jobs/search-jobs.ts';

interface Format {
  /** The end of its address. */
  readonly name: string;
  readonly type: string;
  readonly render: (feed: Feed) => string;
}

/** Any search as a feed, the newest first unless another order is asked for. Parameters that readers add of their own are ignored. */
export const feedRoutes = new Hono<AppEnv>()
  .use('/jobs/*', etag())
  .get('/jobs/feed.xml', feedOfSearch({ name: 'xml', type: 'application/rss+xml', render: rss }))
  .get('/jobs/feed.atom', feedOfSearch({ name: 'atom', type: 'application/atom+xml', render: atom }))
  .get('/jobs/feed.json', feedOfSearch({ name: 'json', type: 'application/feed+json', render: jsonFeed }));

function feedOfSearch({ name, type, render }: Format): Handler<AppEnv> {
  return async (c) => {
    const { container } = c.var;
    const query = readQuery(c.req.url, { board: container.board, strict: false });
    const view = await searchJobs(container, { ...query, sort: query.sort ?? 'newest' });
    const { board, language, publicUrl, now } = container;
    const feed = feedOf(view, { boardName: board.name, language, publicUrl, format: name, query: canonicalQuery(query), now });
    return c.body(render(feed), 200, { 'Content-Type': `${type}; charset=utf-8` });
  };
}
