import { cookieText, keepsCookies, presentChoice } from '#site/islands/consent/choice.ts';
import type { ConsentPage } from '#site/islands/consent/consent-page.ts';
import type { ConsentSettings } from '#site/lib/consent-settings.ts';

/** Obeys the visitor's choice on every page, and asks for it where it is open. What asking, sending and running take comes only when it is needed. */
export function obeyChoice(): void {
  const text = document.querySelector('#consent-settings')?.textContent;
  // A browser that keeps no cookies keeps no choice: nobody is asked, nothing runs, and the link leads to the page that explains.
  if (!text || !keepsCookies()) return;
  const page = pageOf(JSON.parse(text));
  page.obey();
  // Another tab may have chosen since; so may another page, when this one comes back from the history.
  document.addEventListener('visibilitychange', () => document.hidden || page.obey());
  addEventListener('pageshow', () => page.obey());
  document.addEventListener('click', (event) => openPanel(event, page));
}

function pageOf(settings: ConsentSettings): ConsentPage {
  let obeyed: string | null = null;
  const page: ConsentPage = {
    settings,
    running: new Set(),
    obey: (sent) => {
      const text = cookieText();
      if (text === obeyed) return;
      if (obeyed === null) finishLast(page);
      obeyed = text;
      ask(page);
      run(page, sent);
    },
  };
  return page;
}

/** What could not be loaded, as without a network, is tried again by the next page; until then nothing optional runs. */
function leaveToNextPage(): void {}

function ask(page: ConsentPage): void {
  if (asksItself()) return;
  const { open } = presentChoice(page.settings);
  if (open.length > 0 || document.querySelector('#consent'))
    import('#site/islands/consent/banner.tsx').then(({ ask }) => ask(page), leaveToNextPage);
}

/** The pages of choices hold the same questions as banner and panel, as forms. */
function asksItself(): boolean {
  return document.body.dataset['route']?.endsWith('/choices') === true;
}

function run(page: ConsentPage, sent?: Promise<void>): void {
  const { granted } = presentChoice(page.settings);
  const concerned = page.settings.services.some(({ id, sets }) => granted.includes(id) || sets.length > 0);
  if (concerned) import('#site/services/obey-services.ts').then(({ obeyServices }) => obeyServices(page, sent), leaveToNextPage);
}

/** What an earlier page could not send, and what the browser's signal has ended since. */
function finishLast(page: ConsentPage): void {
  const { cookie, refusedBySignal } = presentChoice(page.settings);
  const ended = cookie?.decisions.some(({ service, answer }) => answer === 'yes' && refusedBySignal.includes(service));
  if (cookie?.unsent || ended) import('#site/islands/consent/act.ts').then(({ finishLast }) => finishLast(page), leaveToNextPage);
}

/** The link in every footer; without script it leads to the page with the same choices. */
function openPanel(event: MouseEvent, page: ConsentPage): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-cookie-choices]') : null;
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || asksItself()) return;
  event.preventDefault();
  import('#site/islands/consent/panel.tsx').then(({ openPanel }) => openPanel(page)).catch(() => location.assign(link.href));
}
