import { type Acted, act, giveFile, holdsFile } from '#site/lib/act.ts';
import type { PostView } from '#worker/posts/model/post-view.ts';

/** Hands a picture that a form sends on to the API, for a post; a form without a file takes the picture out of what is being written. */
export async function givePostPicture(
  request: Request,
  { id, fields, version }: Pick<PostView, 'id' | 'fields' | 'version'>,
): Promise<Acted<unknown>> {
  const at = `/api/hire/posts/${encodeURIComponent(id)}`;
  if (holdsFile(request)) return giveFile<{ picture: string }>({ request, path: `${at}/pictures` });
  return act({ request, path: at, body: { fields: { ...fields, pictureId: '' }, version } });
}
