/** Adds one to the day's total of this kind of page: its route pattern, and nothing about who opened it. */
export function countPage(route: string): void {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ page: route }),
    keepalive: true,
  };
  // A total may miss one; the visitor must not notice.
  fetch('/api/counters', request).catch(() => undefined);
}
