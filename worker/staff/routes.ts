import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/http/app-env.ts';
import { refuseInvalid } from '#worker/http/refuse-invalid.ts';
import { auditRoutes } from '#worker/staff/audit-routes.ts';
import { boardRoutes } from '#worker/staff/board-routes.ts';
import { peopleRoutes } from '#worker/staff/people-routes.ts';

/** What administrators see and do. */
export const staffRoutes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
  .route('/', boardRoutes)
  .route('/', peopleRoutes)
  .route('/', auditRoutes);
