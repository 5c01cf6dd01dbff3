/** The platform's module, as far as this Worker uses it. Its full types would replace the browser's, which the islands need. */
declare module 'cloudflare:workers' {
  import type { ExecutionContext } from 'hono';

  export class WorkerEntrypoint<Env = object> {
    protected readonly env: Env;
    protected readonly ctx: ExecutionContext;
  }

  /** The entry points of this same Worker, called without a network. */
  export const exports: {
    readonly InProcess: { fetch(request: Request): Promise<Response> };
  };
}
