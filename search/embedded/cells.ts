import type { Area } from '#worker/jobs/model/places.ts';
import { EARTH_RADIUS_KM } from '#worker/jobs/model/search-area.ts';

export interface Point {
  readonly lat: number;
  readonly lng: number;
}

const KM_A_DEGREE = 111.195;
/** Edge of a cell in degrees, finest first. Every place has a cell of each size. */
const SIZES = [0.1, 0.2, 0.5, 1, 2, 5, 10];
const MOST_CELLS = 24;

/** The cells that hold a point, as names without punctuation. */
export function cellsOf({ lat, lng }: Point): readonly string[] {
  return SIZES.map((size, level) => cellName(level, Math.floor((lat + 90) / size), Math.floor((lng + 180) / size)));
}

/** Cells that together cover a circle, in the finest size that needs only a few: everything within the radius is in one of them. */
export function cellsCovering({ lat, lng, radiusKm }: Extract<Area, { kind: 'circle' }>): readonly string[] {
  const height = radiusKm / KM_A_DEGREE;
  const farthest = Math.min(Math.abs(lat) + height, 89);
  const width = Math.abs(lat) + height >= 89 ? 180 : Math.min(180, height / Math.cos(radians(farthest)));
  for (const [level, size] of SIZES.entries()) {
    const rows = range((lat + 90 - height) / size, (lat + 90 + height) / size);
    const columns = range((lng + 180 - width) / size, (lng + 180 + width) / size);
    if (rows.length * columns.length > MOST_CELLS && level < SIZES.length - 1) continue;
    const around = Math.round(360 / size);
    return [...new Set(rows.flatMap((row) => columns.map((column) => cellName(level, row, ((column % around) + around) % around))))];
  }
  return [];
}

/** A point on the unit sphere. */
export function unitVector({ lat, lng }: Point): readonly [number, number, number] {
  const cosine = Math.cos(radians(lat));
  return [cosine * Math.cos(radians(lng)), cosine * Math.sin(radians(lng)), Math.sin(radians(lat))];
}

/** Two unit vectors are within a distance when their scalar product is at least this. */
export function leastProduct(radiusKm: number): number {
  return Math.cos(Math.min(radiusKm / EARTH_RADIUS_KM, Math.PI));
}

function range(from: number, to: number): readonly number[] {
  const first = Math.floor(from);
  return Array.from({ length: Math.floor(to) - first + 1 }, (_, index) => first + index);
}

function cellName(level: number, row: number, column: number): string {
  return `${'abcdefg'[level]}${row}x${column}`;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
