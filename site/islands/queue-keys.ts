/**
 * In a list of links, j and k go down and up while one of them has the focus; Enter opens it as any link. The first has it when the page is
 * there. Elsewhere the letters do nothing: whoever speaks to a computer types them by mistake.
 */
export function goByKeys(): void {
  document.querySelector('[data-keys-hint]')?.removeAttribute('hidden');
  const list = document.querySelector<HTMLElement>('[data-keys]');
  const isBegun = document.activeElement !== null && document.activeElement !== document.body;
  if (!isBegun) list?.querySelector('a')?.focus({ preventScroll: true });
  list?.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step === undefined) return;
    const links = [...list.querySelectorAll('a')];
    const here = links.findIndex((link) => link.matches(':focus'));
    const next = links[Math.max(0, Math.min(links.length - 1, here + step))];
    next?.focus();
    event.preventDefault();
  });
}

const STEPS: Readonly<Record<string, number | undefined>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
