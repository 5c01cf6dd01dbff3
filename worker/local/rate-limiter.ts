import type { Extension, Worker_Binding } from 'miniflare';

/**
 * The platform's rate-limit binding on this machine, as a plugin that Miniflare loads. Miniflare's own writes every count to disk and
 * waits for it, which takes longer than a search; this one counts in memory, in the Worker's own isolate, and forgets after a minute.
 */

const MODULE = 'keepword:rate-limiter';
const TYPE = 'unsafe:rate-limiter';

/** Runs in workerd. A key's minute begins with its first request; windows are kept in the order in which they end. */
const source = `export default function ({ limit }) {
  const windows = new Map();
  return {
    async limit({ key }) {
      const now = Date.now();
      for (const [old, { ends }] of windows) {
        if (ends > now) break;
        windows.delete(old);
      }
      const window = windows.get(key) ?? { ends: now + 60_000, count: 0 };
      windows.set(key, window);
      if (window.count >= limit) return { success: false };
      window.count += 1;
      return { success: true };
    },
  };
}`;

/** What Miniflare hands over, as far as it matters here. */
interface PluginOptions {
  readonly config: {
    readonly env?: Readonly<Record<string, { readonly type: string; readonly dev?: { readonly options?: { readonly limit?: number } } }>>;
  };
}

const rateLimiter = {
  bindingTypeDescription: 'Rate limiter',
  getBindings({ config }: PluginOptions): Worker_Binding[] {
    const ours = Object.entries(config.env ?? {}).filter(([, { type }]) => type === TYPE);
    return ours.map(([name, { dev }]) => ({
      name,
      wrapped: { moduleName: MODULE, innerBindings: [{ name: 'limit', json: JSON.stringify(dev?.options?.limit) }] },
    }));
  },
  getNodeBindings: () => ({}),
  getServices: () => [],
  getExtensions: (): Extension[] => [{ modules: [{ name: MODULE, esModule: source, internal: true }] }],
};

/** By this name Miniflare looks for it. */
export const plugins = { 'rate-limiter': rateLimiter };
