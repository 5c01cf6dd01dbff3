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

/** What Astro's adapter tells the entry about the build it is part of. */
declare module 'virtual:astro-cloudflare:config' {
  /** True in the Worker that the build runs to pre-render pages; false, at compile time, in the one that is deployed. */
  export const isPrerender: boolean;
}
