import { exports } from 'cloudflare:workers';
import type { Send } from '#site/api/api-client.ts';

/** The API answered inside this Worker: no network, no second count against the visitor's limit. */
export const inProcess: Send = (path, { signal: _, ...sending } = {}) =>
  exports.InProcess.fetch(new Request(`http://in-process${path}`, sending));
