import type { PictureGiven } from '#db/repositories/post-pictures.ts';
import type { PostsRepository } from '#db/repositories/posts.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import type { CleanPicture } from '#worker/pictures/model/picture-limits.ts';
import { pictureKey } from '#worker/pictures/model/picture-path.ts';
import { writtenFields } from '#worker/posts/model/written-fields.ts';
import { ownPost, type PostAsked } from '#worker/posts/own-post.ts';

export interface GivePostPictureContext {
  readonly now: number;
  readonly board: Pick<Board, 'timeZone'>;
  readonly posts: Pick<PostsRepository, 'find'>;
  readonly files: Pick<FileStore, 'put'>;
  /** A picture made anew from what somebody gives; throws for what is none. */
  readonly takePicture: (given: Uint8Array) => CleanPicture;
  readonly givePicture: (given: PictureGiven) => Promise<boolean>;
}

/** Takes a picture, made anew, into what is being written; the public sees it with the rest, once that is approved. Answers its id and the new version. */
export async function givePostPicture(
  context: GivePostPictureContext,
  { bytes: given, ...asked }: PostAsked & { readonly bytes: Uint8Array },
): Promise<{ readonly picture: string; readonly version: number }> {
  const { now, board, files, takePicture, givePicture } = context;
  const { post, revision, author } = await ownPost(context, asked);
  const { bytes, ...picture } = takePicture(given);
  const id = newId();
  const fields = { ...writtenFields({ post, revision }, { now, timeZone: board.timeZone }), pictureId: id };
  const row = { ...picture, id, bytes: bytes.length, createdAt: now };
  const isGiven = await givePicture({ id: post.id, author, now, picture: row, fields, version: post.draftVersion });
  if (!isGiven) throw new DomainError('conflict', 'posts.picture-not-kept');
  // After its row: what has a row is found and taken away again, whatever happens here.
  await files.put(pictureKey(id), bytes);
  return { picture: id, version: post.draftVersion + 1 };
}
