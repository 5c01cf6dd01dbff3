import type { ImportJob } from '#db/import/import-job.ts';

const MOST_PLACES = 12;

/** One ad of two with the same key: what the preferred one says, the earlier day of posting, and the places of both. */
export function mergeDuplicates(preferred: ImportJob, other: ImportJob): ImportJob {
  const known = new Set(preferred.places.map(placeKey));
  const added = other.places.filter((place) => !known.has(placeKey(place)));
  const said = new Set(preferred.contacts.map(({ value }) => value));
  return {
    ...preferred,
    postedAt: earlier(preferred.postedAt, other.postedAt),
    validThrough: preferred.validThrough ?? other.validThrough,
    places: [...preferred.places, ...added].slice(0, MOST_PLACES),
    contacts: [...preferred.contacts, ...other.contacts.filter(({ value }) => !said.has(value))],
  };
}

function placeKey({ placeId, name, country }: ImportJob['places'][number]): string {
  return placeId ?? `${name}, ${country}`;
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
