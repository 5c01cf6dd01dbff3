import { WorkerEntrypoint } from 'cloudflare:workers';
import { handle } from '@astrojs/cloudflare/handler';
import type { ExecutionContext } from 'hono';
import { createApp } from '#worker/app.ts';

const app = createApp();

/** The API for this Worker's own pages: no network, and no second count against the visitor's rate limit. */
export class InProcess extends WorkerEntrypoint {
  fetch(request: Request): Response | Promise<Response> {
    return app.fetch(request, this.env, this.ctx);
  }
}

export default {
  fetch(request: Request, env: object, context: ExecutionContext): Response | Promise<Response> {
    return isForMachines(new URL(request.url).pathname) ? app.fetch(request, env, context) : handle(request, env, context);
  },
};

function isForMachines(path: string): boolean {
  return path.startsWith('/api/') || path === '/healthz';
}
