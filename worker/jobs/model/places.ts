/** A place of the gazetteer (GeoNames). `id`: a town's GeoNames id (`5110266`), a region's code (`US.NY`) or a country's (`US`). */
export interface Place {
  readonly id: string;
  readonly kind: 'town' | 'region' | 'country';
  readonly name: string;
  /** Name of the first-level region; null for countries. */
  readonly region: string | null;
  /** `US.NY`; null for countries. */
  readonly regionCode: string | null;
  readonly country: string;
  readonly lat: number;
  readonly lng: number;
  readonly population: number;
}

/** What a search is limited to: within a radius of a town, or inside a region or country. */
export type Area =
  | { readonly kind: 'circle'; readonly lat: number; readonly lng: number; readonly radiusKm: number }
  | { readonly kind: 'region'; readonly code: string }
  | { readonly kind: 'country'; readonly code: string };
