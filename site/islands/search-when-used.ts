/** What tells that somebody begins to use the search; going back in history is a use, too. */
const USES = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'input', 'change', 'popstate'] as const;
/** What the search would have answered, had it been there. */
const ANSWERED = ['input', 'change', 'popstate'];

/** Brings the search that follows typing when somebody first moves on the page, and repeats to it what it missed while it came. */
export function searchWhenUsed(): void {
  const waiting = new AbortController();
  const missed = new Map<string, EventTarget>();
  let coming = false;
  const use = ({ type, target }: Event) => {
    if (ANSWERED.includes(type) && target !== null) missed.set(type, target);
    if (coming) return;
    coming = true;
    import('#site/islands/instant-search.tsx').then(({ followTyping }) => {
      waiting.abort();
      followTyping();
      for (const [name, origin] of missed) origin.dispatchEvent(new Event(name, { bubbles: true }));
    });
  };
  for (const name of USES) addEventListener(name, use, { signal: waiting.signal, passive: true });
}
