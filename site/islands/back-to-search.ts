/** Makes the link back to the search go back in history, so that it is found as it was left, scrolled where it was. */
export function goBackInHistory(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-back]');
  const behind = URL.parse(document.referrer);
  if (link === null || behind === null || behind.origin !== location.origin || behind.pathname !== link.pathname) return;
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || history.length < 2) return;
    event.preventDefault();
    history.back();
  });
}
