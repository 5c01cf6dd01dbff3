import { COUNTED_PAGES } from '#worker/insights/model/counted-use.ts';

/** Counts the page, then what is used on it, while the yes stands. Sends kinds of pages and names of features, and nothing about who used them. */
export function startCounters(route: string, isAllowed: () => boolean): void {
  if (!COUNTED_PAGES.some((page) => page === route)) return;
  count({ page: route });
  const use = ({ type, target }: Event) => {
    const used = target instanceof Element ? target.closest<HTMLElement>('[data-counts]') : null;
    // A form is used when it is sent, a link when it is pressed.
    const counts = used !== null && used instanceof HTMLFormElement === (type === 'submit');
    if (counts && isAllowed()) count({ page: route, feature: used.dataset['counts'] });
  };
  for (const type of ['click', 'submit']) document.addEventListener(type, use, { capture: true });
}

interface Use {
  readonly page: string;
  readonly feature?: string | undefined;
}

function count(use: Use): void {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(use), keepalive: true };
  // A total may miss one; the visitor must not notice.
  fetch('/api/counters', request).catch(() => undefined);
}
