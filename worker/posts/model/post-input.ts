import type { Board } from '#worker/board/model/board.ts';
import { isLanguage } from '#worker/board/model/codes.ts';
import type { JobKind } from '#worker/jobs/model/job-posting.ts';
import type { Place } from '#worker/jobs/model/places.ts';
import type { FieldError } from '#worker/kernel/errors.ts';
import { isId } from '#worker/kernel/random.ts';
import { type FieldReader, fieldReader } from '#worker/posts/model/field-reader.ts';
import type { DraftFields, PostContent } from '#worker/posts/model/post-content.ts';
import { POST_LENGTHS } from '#worker/posts/model/post-lengths.ts';
import { readContacts, readLink } from '#worker/posts/model/read-contacts.ts';
import { readDates } from '#worker/posts/model/read-dates.ts';
import { readGig } from '#worker/posts/model/read-gig.ts';
import { readNeededLine, tooLong } from '#worker/posts/model/read-lines.ts';
import { readVacancy } from '#worker/posts/model/read-vacancy.ts';
import { readWhere } from '#worker/posts/model/read-where.ts';

/** A draft, and what is known beside it when it is read as a post. */
export interface PostForm {
  readonly kind: JobKind;
  readonly fields: DraftFields;
  /** False for guests and for an advert of one's own: these say who offers it. */
  readonly hasEmployer: boolean;
  /** What the gazetteer knows of each place, as it was typed. */
  readonly places: ReadonlyMap<string, Place>;
  readonly board: Pick<Board, 'categories' | 'timeZone' | 'moderation'>;
  readonly now: number;
}

export type PostRead =
  | { readonly is: 'post'; readonly content: PostContent }
  | {
      readonly is: 'incomplete';
      readonly problems: readonly FieldError[];
      /** What there is of it, for its author to look at: what is missing stands empty. */
      readonly soFar: PostContent;
    };

/** Reads a draft as a post: everything that its form asks for is there, or all that is wrong is said, in the order of the form. */
export function readPost(form: PostForm): PostRead {
  const reader = fieldReader(form.fields);
  const words = readWords(reader, form);
  const where = readWhere(reader, form.places);
  const rules = form.board.moderation;
  const terms = form.kind === 'job' ? readVacancy(reader, rules) : readGig(reader, rules);
  const { apply, contacts } = readContacts(reader);
  const offeredBy = form.hasEmployer ? null : readOfferedBy(reader);
  const dates = readDates(reader, { now: form.now, timeZone: form.board.timeZone });
  const pictureId = readPicture(reader);
  const content = { kind: form.kind, ...words, ...where, ...terms, apply: apply ?? NO_WAY, contacts, offeredBy, ...dates, pictureId };
  return reader.problems.length > 0 ? { is: 'incomplete', problems: reader.problems, soFar: content } : { is: 'post', content };
}

/** Stands where no way to apply was chosen, which is noted as missing. */
const NO_WAY = { by: 'contact' } as const;

function readWords(
  reader: FieldReader,
  { board }: PostForm,
): Pick<PostContent, 'title' | 'description' | 'language' | 'category' | 'skills'> {
  const title = readNeededLine(reader, {
    field: 'title',
    most: POST_LENGTHS.title,
    empty: 'ad-form.title',
  });
  const description = reader.text('description');
  const { length } = description;
  if (length < POST_LENGTHS.leastDescription) reader.wrong('description', 'ad-form.description-short');
  if (length > POST_LENGTHS.description) reader.wrong('description', tooLong(description, POST_LENGTHS.description));
  const language = reader.line('language');
  if (!isLanguage(language)) reader.wrong('language', 'ad-form.language');
  const category = reader.line('category');
  if (!board.categories.some(({ id }) => id === category)) reader.wrong('category', 'ad-form.category');
  return { title, description, language, category, skills: readSkills(reader) };
}

function readSkills(reader: FieldReader): readonly string[] {
  const skills = [
    ...new Set(
      reader
        .line('skills')
        .split(',')
        .map((skill) => skill.trim()),
    ),
  ].filter((skill) => skill !== '');
  if (skills.length > POST_LENGTHS.skills) reader.wrong('skills', 'ad-form.skills-many');
  if (skills.some(({ length }) => length > POST_LENGTHS.skill)) reader.wrong('skills', 'ad-form.skill-long');
  return skills;
}

function readOfferedBy(reader: FieldReader): PostContent['offeredBy'] {
  const name = readNeededLine(reader, {
    field: 'offeredByName',
    most: 100,
    empty: 'ad-form.offered-by',
  });
  return { name, website: readLink(reader, 'offeredByWebsite') };
}

function readPicture(reader: FieldReader): string | null {
  const id = reader.line('pictureId');
  if (id !== '' && !isId(id)) reader.wrong('pictureId', 'ad-form.picture');
  return id === '' ? null : id;
}
