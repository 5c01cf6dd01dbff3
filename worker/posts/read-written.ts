import type { PlacesRepository } from '#db/repositories/places.ts';
import type { OwnPost } from '#db/repositories/posts.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { Place } from '#worker/jobs/model/places.ts';
import type { FieldError } from '#worker/kernel/errors.ts';
import { leadsToAct, textLeadsToAct } from '#worker/outside/model/leads-to-act.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';
import { type PostRead, readPost } from '#worker/posts/model/post-input.ts';
import { POST_LENGTHS } from '#worker/posts/model/post-lengths.ts';
import { writtenFields } from '#worker/posts/model/written-fields.ts';

export interface ReadWrittenContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly board: Pick<Board, 'categories' | 'countries' | 'timeZone' | 'moderation'>;
  readonly places: Pick<PlacesRepository, 'resolve'>;
}

/** What is being written, read as a post. */
export async function readWritten(context: ReadWrittenContext, found: Pick<OwnPost, 'post' | 'revision'>): Promise<PostRead> {
  const { now, board } = context;
  const fields = writtenFields(found, { now, timeZone: board.timeZone });
  const { kind, employerSeq } = found.post;
  const read = readPost({ kind, fields, hasEmployer: employerSeq !== null, places: await placesOf(context, fields), board, now });
  const refused = linksToActs(fields, context.publicUrl);
  if (refused.length === 0) return read;
  if (read.is === 'post') return { is: 'incomplete', problems: refused, soFar: read.content };
  return { ...read, problems: [...read.problems, ...refused] };
}

const LINKS = ['applyUrl', 'agreementUrl', 'offeredByWebsite'] as const;

/** An ad leads nobody to a page of this board that does something to whoever opens it. */
function linksToActs(fields: DraftFields, publicUrl: string): readonly FieldError[] {
  const { description } = fields;
  const inText = typeof description === 'string' && textLeadsToAct(description, publicUrl) ? ['description'] : [];
  const named = LINKS.filter((field) => [fields[field]].flat().some((link) => link !== undefined && leadsToAct(link, publicUrl)));
  return [...inText, ...named].map((field) => ({ field, message: 'ad-form.link-to-act' }));
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
