import type { Send } from '#site/api/api-client.ts';

/** The API over HTTP, for islands. */
export const overHttp: Send = (path, { signal } = {}) =>
  fetch(path, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });
