import type { Send } from '#site/api/api-client.ts';

/** The API over HTTP, for islands. */
export const overHttp: Send = (path, { signal, method, body, headers = {}, keepalive = false } = {}) =>
  fetch(path, {
    headers: { accept: 'application/json', ...headers },
    keepalive,
    ...(signal ? { signal } : {}),
    ...(method ? { method } : {}),
    ...(body === undefined ? {} : { body }),
  });
