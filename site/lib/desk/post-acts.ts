import { type Acted, act } from '#site/lib/act.ts';

/** What the page of a post can do with it by a button. */
export const PAGE_ACTS = ['withdraw', 'stop', 'resume', 'relist', 'copy', 'answer', 'delete'] as const;
export type PageAct = (typeof PAGE_ACTS)[number];

export function pageActNamed(name: string | null): PageAct | null {
  return PAGE_ACTS.find((known) => known === name) ?? null;
}

interface Pressed {
  readonly id: string;
  readonly does: PageAct;
  readonly form: URLSearchParams;
}

/** Does what a button of a post’s page says; a copy answers the id of the new draft. */
export function actOnPost(request: Request, { id, does, form }: Pressed): Promise<Acted<{ readonly id?: string }>> {
  return act({ request, path: `/api/hire/posts/${encodeURIComponent(id)}/${does}`, body: bodyOf(does, form) });
}

function bodyOf(does: PageAct, form: URLSearchParams): object {
  if (does === 'relist') return { version: Number(form.get('version')) };
  const employer = form.get('employer');
  if (does === 'copy' && employer !== null) return { employer };
  return does === 'answer' ? { text: form.get('text') ?? '' } : {};
}
