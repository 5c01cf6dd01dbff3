import { Hono } from 'hono';
import { listAddresses, listSitemaps } from '#worker/feeds/list-addresses.ts';
import { sitemap, sitemapIndex } from '#worker/feeds/model/sitemap.ts';
import { gpcJson, robotsTxt, securityTxt } from '#worker/feeds/model/text-files.ts';
import { streamAllJobs } from '#worker/feeds/stream-all-jobs.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { streamOf } from '#worker/http/stream-of.ts';
import { versionInForce } from '#worker/promises/model/versions.ts';

const XML = { 'Content-Type': 'application/xml; charset=utf-8' };

/** What crawlers and other boards read. */
export const crawlerRoutes = new Hono<AppEnv>()
  .get('/feeds/jobs.xml', async (c) => c.body(await streamOf(streamAllJobs(c.var.container)), 200, XML))
  .get('/sitemap.xml', async (c) => c.body(sitemapIndex(await listSitemaps(c.var.container)), 200, XML))
  .get('/sitemaps/:file{[a-z0-9-]+\\.xml}', async (c) => {
    const part = c.req.param('file').slice(0, -'.xml'.length);
    return c.body(sitemap(await listAddresses(c.var.container, { part })), 200, XML);
  })
  .get('/robots.txt', (c) => c.text(robotsTxt(c.var.container.publicUrl), 200))
  .get('/.well-known/security.txt', (c) => c.text(securityTxt(c.var.container.board, c.var.container), 200))
  .get('/.well-known/gpc.json', (c) => c.json(gpcJson(versionInForce(c.var.container.board, __BUILT_ON__)), 200));
