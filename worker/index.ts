import { WorkerEntrypoint } from 'cloudflare:workers';
import { isPrerender } from 'virtual:astro-cloudflare:config';
import { handle } from '@astrojs/cloudflare/handler';
import type { ExecutionContext } from 'hono';
import { createApp } from '#worker/app.ts';
import type { Env } from '#worker/env.ts';
import { answer } from '#worker/http/answer.ts';
import { clockFrom, systemClock } from '#worker/kernel/clock.ts';
import { runTick } from '#worker/tasks/run-tick.ts';

const log = (line: string) => console.log(line);
const app = createApp({ clock: systemClock, log });

/** The API for this Worker's own pages: no network, and no second count against the visitor's rate limit. */
export class InProcess extends WorkerEntrypoint<Env> {
  fetch(request: Request): Response | Promise<Response> {
    return app.fetch(request, this.env, this.ctx);
  }
}

export default {
  fetch(request: Request, env: Env, context: ExecutionContext): Response | Promise<Response> {
    // The build asks its own questions, without an address or a secret of the board.
    if (isPrerender) return handle(request, env, context);
    const surroundings = { env, context, machines: app.fetch, pages: handle, demonstration: __DEMONSTRATION__, clock: systemClock, log };
    return answer(request, surroundings);
  },

  scheduled({ scheduledTime }: { readonly scheduledTime: number }, env: Env): Promise<void> {
    return runTick(env, { clock: clockFrom(scheduledTime), log });
  },
};
