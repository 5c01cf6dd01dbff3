import { act, ask } from '#site/lib/act.ts';
import type { CheckView, PreviewView } from '#worker/posts/model/check-view.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';
import type { PostView } from '#worker/posts/model/post-view.ts';

const pathOf = (id: string) => `/api/hire/posts/${encodeURIComponent(id)}`;

/** A post as its author sees it. */
export function readDraft(request: Request, id: string) {
  return ask<PostView>({ request, path: pathOf(id) });
}

interface Kept {
  readonly id: string;
  readonly fields: DraftFields;
  /** The version that was read. */
  readonly version: number;
}

/** Keeps the fields of a draft, complete or not. */
export function keepDraft(request: Request, { id, ...body }: Kept) {
  return act<{ readonly version: number }>({ request, path: pathOf(id), body });
}

/** What is missing, and what there is to say of it. */
export function checkDraft(request: Request, id: string) {
  return act<CheckView>({ request, path: `${pathOf(id)}/check`, body: {} });
}

/** The ad as everybody will see it. */
export function lookAtDraft(request: Request, id: string) {
  return ask<PreviewView>({ request, path: `${pathOf(id)}/preview` });
}

/** Hands the version that was looked at to a moderator. */
export function submitDraft(request: Request, { id, version }: Pick<Kept, 'id' | 'version'>) {
  return act<PostView>({ request, path: `${pathOf(id)}/submit`, body: { version } });
}
