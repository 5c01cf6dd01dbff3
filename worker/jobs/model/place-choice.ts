import type { PlaceChoice } from '#worker/jobs/model/job-view.ts';
import type { Place } from '#worker/jobs/model/places.ts';

/** A place as it is offered: `Springfield, Illinois, United States`, the country in the reader's language. */
export function placeChoice({ id, kind, name, region, country }: Place, language: string): PlaceChoice {
  const countryName = new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
  if (kind === 'country') return { id, label: countryName, name: countryName, region: null, country };
  if (kind === 'region') return { id, label: `${name}, ${countryName}`, name, region: null, country };
  return { id, label: [name, region, countryName].filter((part) => part !== null).join(', '), name, region, country };
}
