import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { INVALID, NOT_FOUND, TOO_MANY } from '#worker/http/error-schema.ts';
import { jsonAnswer } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { ANYONE } from '#worker/http/who.ts';
import { goneAnswer, jobDetail, placeChoice, searchView } from '#worker/jobs/model/view-schemas.ts';
import { readQuery } from '#worker/jobs/query-parameters.ts';
import { searchJobs } from '#worker/jobs/search-jobs.ts';
import { SEARCH_PARAMETERS } from '#worker/jobs/search-parameters.ts';
import { suggestPlaces } from '#worker/jobs/suggest-places.ts';
import { viewJob } from '#worker/jobs/view-job.ts';

const search = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/jobs',
  summary: 'Search jobs',
  description: 'Parameters that are not listed are refused. At most 50 pages can be asked for.',
  parameters: SEARCH_PARAMETERS,
  responses: { 200: jsonAnswer('What was found.', searchView), 400: INVALID, 429: TOO_MANY },
});

const view = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/jobs/{id}',
  summary: 'One ad',
  middleware: [onlyParameters()] as const,
  request: {
    params: z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path', description: 'The id that a search answers.' } }) }),
  },
  responses: {
    200: jsonAnswer('The ad, while it is public.', jobDetail),
    400: INVALID,
    404: NOT_FOUND,
    410: jsonAnswer('The ad was public and is over.', goneAnswer),
    429: TOO_MANY,
  },
});

const places = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/places',
  summary: 'Places for what was typed so far',
  middleware: [onlyParameters('q')] as const,
  request: {
    query: z.object({
      q: z
        .string({ error: 'Give the beginning of a name, once.' })
        .max(100, 'Give at most 100 characters.')
        .openapi({ example: 'bron', param: { description: 'The beginning of a name, or the id of a place.' } }),
    }),
  },
  responses: {
    200: jsonAnswer('At most eight, the best first.', z.object({ places: z.array(placeChoice).readonly() })),
    400: INVALID,
    429: TOO_MANY,
  },
});

/** Ads and places: validate, call, present. */
export const jobRoutes = new OpenAPIHono<AppEnv>()
  .openapi(search, async (c) => {
    const { container } = c.var;
    return c.json(await searchJobs(container, readQuery(c.req.url, { board: container.board, strict: true })), 200);
  })
  .openapi(view, async (c) => {
    const found = await viewJob(c.var.container, { id: c.req.valid('param').id });
    if ('job' in found) return c.json(found.job, 200);
    return c.json({ error: { code: 'gone', message: 'This ad is over.' } as const, gone: found.gone }, 410);
  })
  .openapi(places, async (c) => c.json({ places: await suggestPlaces(c.var.container, c.req.valid('query')) }, 200));
