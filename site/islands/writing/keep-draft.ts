import { answerOf } from '#site/api/api-client.ts';
import { overHttp } from '#site/api/http.ts';
import { showHints } from '#site/islands/writing/show-hints.ts';
import { writtenAs } from '#worker/kernel/written-as.ts';

/** After the last letter; a thought is longer than this. */
const PAUSE_MS = 1_500;
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
  let timer = 0;
  let keeping = Promise.resolve();
  const later = () => {
    clearTimeout(timer);
    // One after the other: each names the version that the one before has made.
    timer = window.setTimeout(() => {
      keeping = keeping.then(() => keep(draft)).catch(() => say(draft, 'failed'));
    }, PAUSE_MS);
  };
  draft.form.addEventListener('input', later);
  draft.form.addEventListener('change', later);
  // The form brings everything itself: what is still waiting would only make its version an old one.
  draft.form.addEventListener('submit', () => clearTimeout(timer));
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
  const response = await overHttp(`/api/hire/posts/${draft.id}`, { method: 'POST', body, headers: AS_JSON });
  const answer = await answerOf<{ readonly version: number }>(response);
  if (!answer.ok) return say(draft, answer.status === 409 ? 'elsewhere' : 'failed');
  draft.version.value = String(answer.body.version);
  say(draft, 'at');
  await showHints({ id: draft.id, words: JSON.parse(draft.version.dataset.words ?? '{}') });
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
