import { answerOf } from '#site/api/api-client.ts';
import { overHttp } from '#site/api/http.ts';
import { showHints } from '#site/islands/writing/show-hints.ts';
import { writtenAs } from '#worker/kernel/written-as.ts';

/** After the last letter; a thought is longer than this. */
const PAUSE_MS = 1_500;
/** Of all that is under way at once; a letter takes three bytes at most. */
const MOST_KEPT_ALIVE = 60_000;
const AS_JSON = { 'Content-Type': 'application/json' };

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What the form says of the draft: its id, the version that was read, what stands on its other pages. */
interface Draft {
  readonly form: HTMLFormElement;
  readonly version: HTMLInputElement;
  readonly id: string;
  readonly rest: Fields;
  readonly state: HTMLElement;
}

/** Keeps a draft while it is written. Its button does the same without script. */
export function keepDrafts(): void {
  const draft = draftOnPage();
  if (draft === null) return;
  const { later, hurry, stop } = keeperOf(draft);
  draft.form.addEventListener('input', later);
  draft.form.addEventListener('change', later);
  draft.form.addEventListener('submit', (event) => {
    const underWay = stop();
    if (underWay === null) return;
    event.preventDefault();
    const { submitter } = event;
    underWay.then(() => draft.form.requestSubmit(submitter));
  });
  // Whoever leaves by a link of the frame, or closes the window, has typed it all the same.
  window.addEventListener('pagehide', hurry);
}

function keeperOf(draft: Draft) {
  let timer: number | null = null;
  let keeping: Promise<void> | null = null;
  const stopWaiting = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const keepNow = () => {
    stopWaiting();
    // One after the other: each names the version that the one before has made.
    const before = keeping ?? Promise.resolve();
    const mine = before
      .then(() => keep(draft))
      .catch(() => say(draft, 'failed'))
      .finally(() => {
        if (keeping === mine) keeping = null;
      });
    keeping = mine;
  };
  return {
    later: () => {
      stopWaiting();
      timer = window.setTimeout(keepNow, PAUSE_MS);
    },
    hurry: () => {
      if (timer !== null) keepNow();
    },
    /** The form is about to bring everything itself: it waits for what is under way, whose version it has to name. */
    stop: () => {
      stopWaiting();
      return keeping;
    },
  };
}

function draftOnPage(): Draft | null {
  const version = document.querySelector<HTMLInputElement>('input[data-draft]');
  const form = version?.form;
  const state = form?.querySelector<HTMLElement>('[data-kept]');
  if (!version || !form || !state) return null;
  return { form, version, state, id: version.dataset.draft ?? '', rest: JSON.parse(version.dataset.rest ?? '{}') };
}

async function keep(draft: Draft): Promise<void> {
  say(draft, 'keeping');
  const body = JSON.stringify({ fields: { ...draft.rest, ...typedIn(draft) }, version: Number(draft.version.value) });
  const response = await overHttp(`/api/hire/posts/${draft.id}`, { method: 'POST', body, headers: AS_JSON, keepalive: isSmall(body) });
  const answer = await answerOf<{ readonly version: number }>(response);
  if (!answer.ok) return say(draft, answer.status === 409 ? 'elsewhere' : 'failed');
  draft.version.value = String(answer.body.version);
  say(draft, 'at');
  await showHints({ id: draft.id, words: JSON.parse(draft.version.dataset.words ?? '{}') });
}

/** What a browser goes on sending once its page is gone. */
function isSmall(body: string): boolean {
  return body.length * 3 < MOST_KEPT_ALIVE;
}

/** Every field of this page of the form, those of several values as lists: boxes, and whatever stands there twice. */
function typedIn({ form }: Draft): Fields {
  const typed = new FormData(form);
  const lists = new Set([...form.querySelectorAll<HTMLInputElement>('input[type=checkbox], .place input')].map(({ name }) => name));
  const names = new Set([...form.elements].map((control) => control.getAttribute('name') ?? '').filter((name) => name !== ''));
  names.delete('version');
  names.delete('pressed');
  return Object.fromEntries(
    [...names].map((name) => {
      const values = typed.getAll(name).filter((value) => typeof value === 'string');
      return [name, lists.has(name) ? values.filter((value) => value.trim() !== '') : (values[0] ?? '')];
    }),
  );
}

function say({ state }: Draft, what: 'keeping' | 'at' | 'failed' | 'elsewhere'): void {
  const time = new Intl.DateTimeFormat(writtenAs(document.documentElement.lang), { timeStyle: 'short' }).format(new Date());
  state.textContent = (state.dataset[what] ?? '').replace('{time}', time);
}
