import type { Page } from 'playwright-core';

/** Everything that the pages visited so far have left in this visitor's browser, as `where name`. */
export async function keptOnDevice(page: Page): Promise<readonly string[]> {
  const { cookies, origins } = await page.context().storageState({ indexedDB: true });
  return [
    ...cookies.map(({ name }) => `cookie ${name}`),
    ...origins.flatMap(({ localStorage }) => localStorage.map(({ name }) => `localStorage ${name}`)),
    ...(await page.evaluate(keptByOpenPage)),
  ];
}

/** What only the open page can be asked for. */
async function keptByOpenPage(): Promise<string[]> {
  const [databases, stores, workers] = await Promise.all([
    indexedDB.databases(),
    caches.keys(),
    navigator.serviceWorker.getRegistrations(),
  ]);
  return [
    ...Object.keys(sessionStorage).map((name) => `sessionStorage ${name}`),
    ...databases.map(({ name }) => `indexedDB ${name}`),
    ...stores.map((name) => `cache ${name}`),
    ...workers.map(({ scope }) => `service worker ${scope}`),
  ];
}
