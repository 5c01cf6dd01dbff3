import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { ownEmployerRoutes } from '#worker/employers/own-routes.ts';
import { employerPeopleRoutes } from '#worker/employers/people-routes.ts';
import { proofRoutes } from '#worker/employers/proof-routes.ts';
import { employerStaffRoutes } from '#worker/employers/staff-routes.ts';
import { viewEmployer } from '#worker/employers/view-employer.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { INVALID, NOT_FOUND, TOO_MANY } from '#worker/http/error-schema.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { ANYONE } from '#worker/http/who.ts';
import { jobSummary } from '#worker/jobs/model/view-schemas.ts';

const employerDetail = z
  .object({
    slug: z.string(),
    name: z.string(),
    website: z.string().nullable(),
    aboutHtml: z.string().nullable(),
    places: z.array(z.string()).readonly(),
    /** Path of its picture. */
    logo: z.string().nullable(),
    /** The domain that it proved to be its own, and since when. */
    verified: z.object({ domain: z.string(), since: z.string() }).nullable(),
    /** Whether nobody works for it here yet, so that whoever proves its domain may take it over. */
    isUnclaimed: z.boolean(),
    total: z.int(),
    jobs: z.array(jobSummary).readonly(),
  })
  .meta({ id: 'Employer' });

const view = createRoute({
  ...ANYONE,
  method: 'get',
  path: '/api/employers/{slug}',
  summary: 'One employer, with its newest ads',
  description: 'One that became one with another is answered as that one: `slug` says which.',
  middleware: [onlyParameters()] as const,
  request: {
    params: z.object({ slug: z.string().openapi({ param: { name: 'slug', in: 'path', description: 'As a search answers it.' } }) }),
  },
  responses: {
    200: { description: 'The employer.', content: { 'application/json': { schema: employerDetail } } },
    400: INVALID,
    404: NOT_FOUND,
    429: TOO_MANY,
  },
});

/** Employers, for the public and for those who work for them. */
export const employerRoutes = new OpenAPIHono<AppEnv>()
  .openapi(view, async (c) => c.json(await viewEmployer(c.var.container, c.req.valid('param')), 200))
  .route('/', ownEmployerRoutes)
  .route('/', employerPeopleRoutes)
  .route('/', proofRoutes)
  .route('/', employerStaffRoutes);
