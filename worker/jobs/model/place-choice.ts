import type { PlaceChoice } from '#worker/jobs/model/job-view.ts';
import type { Place } from '#worker/jobs/model/places.ts';
import { countryName } from '#worker/kernel/display-names.ts';

/** A place as it is offered: `Springfield, Illinois, United States`, the country in the reader's language. */
export function placeChoice({ id, kind, name, region, country }: Place, language: string): PlaceChoice {
  const land = countryName(country, language);
  if (kind === 'country') return { id, label: land, name: land, region: null, country };
  if (kind === 'region') return { id, label: `${name}, ${land}`, name, region: null, country };
  return { id, label: [name, region, land].filter((part) => part !== null).join(', '), name, region, country };
}
