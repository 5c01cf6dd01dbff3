import { ask, goOn } from '#site/lib/act.ts';
import { actOnPost, type PageAct, pageActNamed } from '#site/lib/desk/post-acts.ts';
import { pathsOfPage } from '#site/lib/page-voice.ts';
import { readPost } from '#site/lib/post-form.ts';
import type { JobDetail } from '#worker/jobs/model/job-view.ts';
import type { FieldError } from '#worker/kernel/errors.ts';
import type { SentView } from '#worker/posts/model/check-view.ts';
import type { CountsView } from '#worker/posts/model/counts-view.ts';
import type { PostLogView, PostView } from '#worker/posts/model/post-view.ts';

/** What can be said of a page that comes back after an act. */
const TOLD = ['withdraw', 'stop', 'resume', 'relist', 'submit', 'answer'] as const;

export interface DeskOfPost {
  readonly post: PostView;
  readonly counts: CountsView;
  readonly log: PostLogView['lines'];
  /** What a moderator has not decided on; null where nothing waits. */
  readonly waiting: JobDetail | null;
  /** Why a button did nothing. */
  readonly refused: { readonly message: string; readonly fields: readonly FieldError[] } | null;
  /** The answer as it was typed. */
  readonly typed: string;
  readonly done: (typeof TOLD)[number] | null;
  readonly asksDelete: boolean;
}

export type PostDeskSeen =
  | { readonly is: 'seen'; readonly desk: DeskOfPost; readonly status: number }
  | { readonly is: 'missing' }
  | { readonly is: 'elsewhere'; readonly response: Response };

interface Asked {
  readonly request: Request;
  readonly id: string;
  /** The page of the post, and where one goes on once it is deleted. */
  readonly here: string;
  readonly gone: string;
}

/** Does what a button of a post’s page says, and sees how the post stands. */
export async function seePostDesk({ request, id, here, gone }: Asked): Promise<PostDeskSeen> {
  const form = await readPost(request);
  const does = pageActNamed(form?.get('do') ?? null);
  const sent = form === null || does === null ? null : await actOnPost(request, { id, does, form });
  if (sent?.is === 'elsewhere') return sent;
  if (sent?.is === 'done' && does !== null)
    return { is: 'elsewhere', response: goOn(nextOf(does, { here, gone, copy: sent.body.id }), sent.setCookies) };
  const read = await readAll(request, id);
  if (read.is !== 'read') return read;
  const asked = new URL(request.url).searchParams;
  const refused = sent?.is === 'refused' ? { message: sent.message, fields: sent.fields } : null;
  const done = form === null ? (TOLD.find((told) => told === asked.get('done')) ?? null) : null;
  const said = { refused, done, typed: form?.get('text') ?? '', asksDelete: asked.has('delete') };
  return { is: 'seen', status: sent?.is === 'refused' ? sent.status : 200, desk: { ...read.all, ...said } };
}

function nextOf(does: PageAct, { here, gone, copy }: Pick<Asked, 'here' | 'gone'> & { readonly copy: string | undefined }): string {
  if (does === 'delete') return gone;
  return does === 'copy' && copy !== undefined ? pathsOfPage().hire(`posts/${copy}/edit`) : `${here}?done=${does}`;
}

async function readAll(request: Request, id: string) {
  const path = `/api/hire/posts/${encodeURIComponent(id)}`;
  const [post, counts, log] = await Promise.all([
    ask<PostView>({ request, path }),
    ask<CountsView>({ request, path: `${path}/counts` }),
    ask<PostLogView>({ request, path: `${path}/log` }),
  ]);
  if (post.is === 'elsewhere') return post;
  if (post.is === 'refused' || counts.is !== 'done' || log.is !== 'done') return { is: 'missing' } as const;
  const sent = post.body.hasWaiting ? await ask<SentView>({ request, path: `${path}/sent` }) : null;
  return {
    is: 'read',
    all: { post: post.body, counts: counts.body, log: log.body.lines, waiting: sent?.is === 'done' ? sent.body.job : null },
  } as const;
}
