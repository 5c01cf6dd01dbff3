import type { OptionalService } from '#site/lib/consent-settings.ts';

type Entry = OptionalService['sets'][number];

/** Removes cookies and storage keys of ours that a service may have left, wherever on this host and its parents it may have set them. */
export function clearAway(entries: readonly Entry[]): void {
  const cookies = document.cookie.split('; ').map((entry) => entry.split('=', 1)[0] ?? '');
  const meant = (kind: Entry['kind'], names: readonly string[]) =>
    names.filter((name) => entries.some((entry) => entry.kind === kind && entry.name === name));
  for (const name of meant('cookie', cookies)) removeCookie(name);
  for (const key of meant('local-storage', Object.keys(localStorage))) localStorage.removeItem(key);
  for (const key of meant('session-storage', Object.keys(sessionStorage))) sessionStorage.removeItem(key);
}

function removeCookie(name: string): void {
  const labels = location.hostname.split('.');
  const domains = ['', ...labels.map((_, index) => `; Domain=${labels.slice(index).join('.')}`)];
  const folders = location.pathname.split('/');
  const paths = folders.flatMap((_, index) => [folders.slice(0, index).join('/') || '/', `${folders.slice(0, index).join('/')}/`]);
  for (const domain of domains) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet
    for (const path of new Set([...paths, location.pathname])) document.cookie = `${name}=; Max-Age=0; Path=${path}${domain}`;
  }
}
