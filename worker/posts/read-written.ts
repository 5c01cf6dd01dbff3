import type { PlacesRepository } from '#db/repositories/places.ts';
import type { OwnPost } from '#db/repositories/posts.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { Place } from '#worker/jobs/model/places.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';
import { type PostRead, readPost } from '#worker/posts/model/post-input.ts';
import { POST_LENGTHS } from '#worker/posts/model/post-lengths.ts';
import { writtenFields } from '#worker/posts/model/written-fields.ts';

export interface ReadWrittenContext {
  readonly now: number;
  readonly board: Pick<Board, 'categories' | 'countries' | 'timeZone' | 'moderation'>;
  readonly places: Pick<PlacesRepository, 'resolve'>;
}

/** What is being written, read as a post. */
export async function readWritten(context: ReadWrittenContext, found: Pick<OwnPost, 'post' | 'revision'>): Promise<PostRead> {
  const { now, board } = context;
  const fields = writtenFields(found, { now, timeZone: board.timeZone });
  const { kind, employerSeq } = found.post;
  return readPost({ kind, fields, hasEmployer: employerSeq !== null, places: await placesOf(context, fields), board, now });
}

/** What the gazetteer knows of the places that were typed. */
async function placesOf(
  { places, board: { countries } }: ReadWrittenContext,
  { places: typed = [] }: DraftFields,
): Promise<ReadonlyMap<string, Place>> {
  const names = (typeof typed === 'string' ? [typed] : typed)
    .slice(0, POST_LENGTHS.places + 1)
    .map((name) => name.replace(/\s+/g, ' ').trim());
  const known = await Promise.all(names.map(async (name) => [name, name === '' ? null : await places.resolve(name, countries)] as const));
  return new Map(known.flatMap(([name, resolved]) => (resolved === null ? [] : [[name, resolved.place] as const])));
}
