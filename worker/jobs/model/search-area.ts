import { DEFAULT_RADIUS_KM } from '#worker/jobs/model/job-query.ts';
import type { Area, Place } from '#worker/jobs/model/places.ts';

/** What a place limits a search to: a circle around a town, or all of a region or country. */
export function areaOf(place: Place, radius: number | null): Area {
  if (place.kind === 'country') return { kind: 'country', code: place.country };
  if (place.kind === 'region') return { kind: 'region', code: place.regionCode ?? place.id };
  return { kind: 'circle', lat: place.lat, lng: place.lng, radiusKm: radius ?? DEFAULT_RADIUS_KM };
}

export const EARTH_RADIUS_KM = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

interface Point {
  readonly lat: number;
  readonly lng: number;
}

/** Great-circle distance in kilometres. */
export function distanceKm(from: Point, to: Point): number {
  const north = Math.sin(radians(to.lat - from.lat) / 2) ** 2;
  const east = Math.sin(radians(to.lng - from.lng) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(north + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * east));
}
