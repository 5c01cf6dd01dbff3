import { answerOf } from '#site/api/api-client.ts';
import { overHttp } from '#site/api/http.ts';
import type { Translate } from '#site/messages/translate.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';

interface Asking {
  /** Of the draft. */
  readonly id: string;
  /** What hints say, by their keys. */
  readonly words: Readonly<Record<string, string>>;
}

/** Asks what there is to say of a draft as it was kept, and writes it beside the fields. */
export async function showHints({ id, words }: Asking): Promise<void> {
  const response = await overHttp(`/api/hire/posts/${id}/check`, {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'application/json' },
  });
  const answer = await answerOf<{ readonly hints: readonly FlagRaised[] }>(response);
  if (!answer.ok) return;
  for (const list of document.querySelectorAll<HTMLElement>('[data-hints-of]'))
    await fill(list, { hints: answer.body.hints, t: sayIn(words) });
}

/** The words come with the page, what finds a better one for a title when it is wanted. A list that says the same already stays, or it would be read out again. */
async function fill(list: HTMLElement, { hints: all, t }: { readonly hints: readonly FlagRaised[]; readonly t: Translate }): Promise<void> {
  const { hintsOf, language = '' } = list.dataset;
  const hints = all.filter(({ field }) => field === hintsOf);
  const said = hints.length === 0 ? [] : (await import('#site/lib/writing/say-hint.ts')).sayHints(hints, { language, t });
  if (said.join('\n') === [...list.children].map(({ textContent }) => textContent).join('\n')) return;
  list.replaceChildren(...said.map(itemOf));
  list.hidden = said.length === 0;
}

function sayIn(words: Readonly<Record<string, string>>): Translate {
  return (key, values = {}) => (words[key] ?? '').replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''));
}

function itemOf(text: string): HTMLElement {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}
