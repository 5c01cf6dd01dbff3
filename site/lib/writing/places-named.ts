import { suggestPlaces } from '#site/api/api-client.ts';
import { inProcess } from '#site/api/in-process.ts';

export interface PlaceNamed {
  /** As the draft holds it: an id of the gazetteer, or a name as it was typed. */
  readonly value: string;
  /** What a person reads: `Malmö, Skåne, Sweden`. */
  readonly label: string;
}

/** What people call the places of a draft. A name stays as it was typed. */
export function placesNamed(values: readonly string[]): Promise<readonly PlaceNamed[]> {
  return Promise.all(values.map(async (value) => ({ value, label: await labelOf(value) })));
}

async function labelOf(value: string): Promise<string> {
  if (!/^\d+$|^[A-Z]{2}\./.test(value)) return value;
  const answer = await suggestPlaces(inProcess, value);
  return answer.ok ? (answer.body.places.find(({ id }) => id === value)?.label ?? value) : value;
}
