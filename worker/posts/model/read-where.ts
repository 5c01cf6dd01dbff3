import { isCountry } from '#worker/board/model/codes.ts';
import type { Remote } from '#worker/jobs/model/job-posting.ts';
import type { Place } from '#worker/jobs/model/places.ts';
import type { FieldReader } from '#worker/posts/model/field-reader.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import { POST_LENGTHS } from '#worker/posts/model/post-lengths.ts';

/** The towns of the work as the gazetteer knows them, and whether it can be done from elsewhere. */
export function readWhere(reader: FieldReader, places: ReadonlyMap<string, Place>): Pick<PostContent, 'places' | 'remote'> {
  const typed = [...new Set(reader.list('places'))];
  const unknown = typed.find((name) => places.get(name) === undefined || places.get(name)?.kind === 'country');
  if (unknown !== undefined) reader.wrong('places', { message: 'ad-form.place-unknown', values: { place: unknown.slice(0, 60) } });
  if (typed.length > POST_LENGTHS.places) reader.wrong('places', 'ad-form.places-many');
  const remote = readRemote(reader);
  if (typed.length === 0 && (remote === null || remote.partly)) reader.wrong('places', 'ad-form.place');
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
    reader.wrong('remote', 'ad-form.remote');
    return null;
  }
  const countries = [...new Set(reader.list('remoteCountries'))];
  if (!countries.every(isCountry)) reader.wrong('remoteCountries', 'ad-form.countries');
  return { partly: remote === 'partly', countries: countries.toSorted() };
}
