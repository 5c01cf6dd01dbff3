import type { Board } from '#worker/board/model/board.ts';
import { isCountry, isLanguage } from '#worker/board/model/codes.ts';
import { EMPLOYMENT_TYPES, type EmploymentType, type JobKind, type Remote } from '#worker/jobs/model/job-posting.ts';
import type { Place } from '#worker/jobs/model/places.ts';
import type { FieldError } from '#worker/kernel/errors.ts';
import { isId } from '#worker/kernel/random.ts';
import { type FieldReader, fieldReader } from '#worker/posts/model/field-reader.ts';
import type { DraftFields, PostContent } from '#worker/posts/model/post-content.ts';
import type { TextField } from '#worker/posts/model/post-fields.ts';
import { readContacts, readLink } from '#worker/posts/model/read-contacts.ts';
import { readDates } from '#worker/posts/model/read-dates.ts';
import { readPrice, readSalary } from '#worker/posts/model/read-pay.ts';

/** How long the texts of a post may be, in characters. */
export const POST_LENGTHS = {
  title: 120,
  description: 20_000,
  leastDescription: 80,
  line: 200,
  skill: 60,
  skills: 20,
  places: 10,
} as const;

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
  const where = readWhere(reader, form);
  const pay = form.kind === 'job' ? readJob(reader, form) : readGig(reader, form);
  const { apply, contacts } = readContacts(reader);
  const offeredBy = form.hasEmployer ? null : readOfferedBy(reader);
  const dates = readDates(reader, { now: form.now, timeZone: form.board.timeZone });
  const pictureId = readPicture(reader);
  const content = { kind: form.kind, ...words, ...where, ...pay, apply: apply ?? NO_WAY, contacts, offeredBy, ...dates, pictureId };
  return reader.problems.length > 0 ? { is: 'incomplete', problems: reader.problems, soFar: content } : { is: 'post', content };
}

/** Stands where no way to apply was chosen, which is noted as missing. */
const NO_WAY = { by: 'contact' } as const;

function readWords(
  reader: FieldReader,
  { board }: PostForm,
): Pick<PostContent, 'title' | 'description' | 'language' | 'category' | 'skills'> {
  const title = needed(reader, 'title', { most: POST_LENGTHS.title, empty: 'Name the work, such as “Nurse, night shifts”.' });
  const description = reader.text('description');
  const { length } = description;
  if (length < POST_LENGTHS.leastDescription)
    reader.wrong('description', `Say more: at least ${POST_LENGTHS.leastDescription} characters.`);
  if (length > POST_LENGTHS.description)
    reader.wrong('description', `Write at most ${POST_LENGTHS.description} characters; these are ${length}.`);
  const language = reader.line('language');
  if (!isLanguage(language)) reader.wrong('language', 'Choose the language that the post is written in.');
  const category = reader.line('category');
  if (!board.categories.some(({ id }) => id === category)) reader.wrong('category', 'Choose the field of work.');
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
  if (skills.length > POST_LENGTHS.skills) reader.wrong('skills', `Name at most ${POST_LENGTHS.skills} skills.`);
  if (skills.some(({ length }) => length > POST_LENGTHS.skill))
    reader.wrong('skills', 'Name skills in a few words each, with commas between.');
  return skills;
}

function readWhere(reader: FieldReader, { places }: PostForm): Pick<PostContent, 'places' | 'remote'> {
  const typed = [...new Set(reader.list('places'))];
  const unknown = typed.find((name) => places.get(name) === undefined || places.get(name)?.kind === 'country');
  if (unknown !== undefined)
    reader.wrong('places', `We know no town or region “${unknown.slice(0, 60)}”. Choose one from the list, or the next town.`);
  if (typed.length > POST_LENGTHS.places) reader.wrong('places', `Name at most ${POST_LENGTHS.places} places.`);
  const remote = readRemote(reader);
  if (typed.length === 0 && (remote === null || remote.partly)) reader.wrong('places', 'Name the town where the work is done.');
  const known = [...new Map(typed.flatMap((name) => places.get(name) ?? []).map((place) => [place.id, place])).values()];
  return { places: known.map(jobPlace), remote };
}

function jobPlace({ id: placeId, name, region, regionCode, country, lat, lng }: Place): PostContent['places'][number] {
  return { placeId, name, region, regionCode, country, street: null, postalCode: null, lat, lng };
}

function readRemote(reader: FieldReader): Remote | null {
  const remote = reader.line('remote');
  if (remote === '' || remote === 'no') return null;
  if (remote !== 'fully' && remote !== 'partly') {
    reader.wrong('remote', 'Choose whether the work can be done from elsewhere.');
    return null;
  }
  const countries = [...new Set(reader.list('remoteCountries'))];
  if (!countries.every(isCountry)) reader.wrong('remoteCountries', 'Choose countries from the list, or none for anywhere.');
  return { partly: remote === 'partly', countries: countries.toSorted() };
}

type Terms = Pick<PostContent, 'employmentTypes' | 'salary' | 'payReason' | 'agreement' | 'referenceId' | 'gig'>;

function readJob(reader: FieldReader, { board }: PostForm): Terms {
  const typed = reader.list('employmentTypes');
  const employmentTypes = EMPLOYMENT_TYPES.filter((type) => typed.includes(type));
  if (employmentTypes.length === 0 || employmentTypes.length < new Set(typed).size)
    reader.wrong('employmentTypes', 'Choose how the work is done: full-time, part-time and so on.');
  const isUnpaid = employmentTypes.includes('volunteer');
  if (isUnpaid && employmentTypes.length > 1)
    reader.wrong('employmentTypes', 'Voluntary work is no employment: choose it alone, or leave it out.');
  return {
    employmentTypes,
    salary: isUnpaid ? noPay(reader, employmentTypes) : readSalary(reader, board.moderation),
    payReason: isUnpaid ? null : optional(reader, 'payReason'),
    agreement: isUnpaid ? null : readAgreement(reader),
    referenceId: optional(reader, 'referenceId'),
    gig: null,
  };
}

function noPay(reader: FieldReader, types: readonly EmploymentType[]): null {
  const isNamed = reader.line('salaryMin') !== '' || reader.line('salaryMax') !== '';
  if (isNamed && types.length === 1)
    reader.wrong('salaryMin', 'Voluntary work pays nothing. Leave the amounts empty, or choose another kind of work.');
  return null;
}

function readAgreement(reader: FieldReader): PostContent['agreement'] {
  const name = optional(reader, 'agreementName');
  const url = readLink(reader, 'agreementUrl');
  if (name === null && url !== null) reader.wrong('agreementName', 'Name the collective agreement that this link is about.');
  return name === null ? null : { name, url };
}

function readGig(reader: FieldReader, { board }: PostForm): Terms {
  const by = reader.line('gigBy');
  if (by !== 'person' && by !== 'firm') reader.wrong('gigBy', 'Choose who offers it: a person or a firm.');
  const areaServed = needed(reader, 'areaServed', {
    most: POST_LENGTHS.line,
    empty: 'Say where you work, such as “Malmö and 30 km around”.',
  });
  const availability = needed(reader, 'availability', {
    most: POST_LENGTHS.line,
    empty: 'Say when you have time, such as “Weekday evenings”.',
  });
  const price = readPrice(reader, board.moderation);
  const gig = price === null ? null : { by: by === 'firm' ? ('firm' as const) : ('person' as const), areaServed, availability, price };
  const payReason = optional(reader, 'payReason');
  return { employmentTypes: [], salary: salaryOf(price), payReason, agreement: null, referenceId: null, gig };
}

/** A price for a time compares with pay; one for the whole does not. */
function salaryOf(price: NonNullable<PostContent['gig']>['price'] | null): PostContent['salary'] {
  if (price === null || price.unit === 'piece') return null;
  const { currency, min, max, unit: period } = price;
  return { currency, min, max, period };
}

function readOfferedBy(reader: FieldReader): PostContent['offeredBy'] {
  const name = needed(reader, 'offeredByName', { most: 100, empty: 'Write the name of whoever offers this: yours, or your firm’s.' });
  return { name, website: readLink(reader, 'offeredByWebsite') };
}

function readPicture(reader: FieldReader): string | null {
  const id = reader.line('pictureId');
  if (id !== '' && !isId(id)) reader.wrong('pictureId', 'Choose the picture again.');
  return id === '' ? null : id;
}

function needed(reader: FieldReader, field: TextField, { most, empty }: { readonly most: number; readonly empty: string }): string {
  const text = reader.line(field);
  if (text === '') reader.wrong(field, empty);
  if (text.length > most) reader.wrong(field, `Write at most ${most} characters; these are ${text.length}.`);
  return text;
}

function optional(reader: FieldReader, field: TextField): string | null {
  const text = reader.line(field);
  if (text.length > POST_LENGTHS.line) reader.wrong(field, `Write at most ${POST_LENGTHS.line} characters; these are ${text.length}.`);
  return text === '' ? null : text;
}
