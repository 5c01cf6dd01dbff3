import type { Page } from 'playwright-core';

/**
 * Answers for Google, as far as the promises go: a script that reads the queue of commands as Google's does, sets the cookies that it sets,
 * keeps calling as long as nobody stops it, and loads a script of its own. Returns the addresses that were asked.
 */
export async function standInForGoogle(page: Page): Promise<readonly URL[]> {
  const asked: URL[] = [];
  await page.context().route(
    ({ hostname }) => /google|doubleclick/.test(hostname),
    (route) => {
      const url = new URL(route.request().url());
      asked.push(url);
      const isTag = url.pathname === '/gtag/js';
      return route.fulfill({
        contentType: 'text/javascript',
        headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
        body: isTag ? `(${standIn})()` : '',
      });
    },
  );
  return asked;
}

/** Runs in the page, where nothing of this file is known. */
function standIn(): void {
  const commands: unknown[][] = (Reflect.get(window, 'dataLayer') ?? []).map((words: ArrayLike<unknown>) => Array.from(words));
  const told = (name: string) => commands.filter(([command]) => command === name);
  const granted = Object.assign({}, ...told('consent').map(([, , signals]) => signals));
  const [, page] = told('set')[0] ?? [];
  const facts = JSON.stringify({ page, granted });
  for (const [, id] of told('config').map(([command, account]) => [command, String(account)] as const)) {
    const isAnalytics = id.startsWith('G-');
    // biome-ignore-start lint/suspicious/noDocumentCookie: as Google's script does
    if (isAnalytics) document.cookie = '_ga=GA1.1.1.1; Path=/; Max-Age=1000';
    if (isAnalytics) document.cookie = `_ga_${id.slice(2)}=GS1.1; Path=/; Max-Age=1000`;
    if (!isAnalytics) document.cookie = '_gcl_au=1.1; Path=/; Max-Age=1000';
    // biome-ignore-end lint/suspicious/noDocumentCookie: as Google's script does
    const host = isAnalytics ? 'https://region1.google-analytics.com/g/collect' : 'https://www.googleadservices.com/pagead/conversion';
    const call = () =>
      Reflect.get(window, `ga-disable-${id}`) || fetch(`${host}?${new URLSearchParams({ id, facts })}`).catch(() => undefined);
    call();
    setInterval(call, 100);
  }
  const more = document.createElement('script');
  more.src = 'https://www.googletagmanager.com/gtag/more.js';
  document.head.append(more);
  const undeclared = document.createElement('script');
  try {
    undeclared.src = 'https://undeclared.google.example/x.js';
    document.head.append(undeclared);
  } catch {
    // What the page does not accept is not asked for.
  }
}
