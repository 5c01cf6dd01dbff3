import { BETTER_REGION_NAMES, OTHER_COUNTRY_NAMES } from '#db/gazetteer/better-names.ts';
import type { GeoName } from '#db/gazetteer/source.ts';
import { fold } from '#worker/kernel/text.ts';

/** From this size on a town is also found by the names that other languages have for it. */
const KNOWN_ABROAD = 15_000;
/** From this size on a town is also found by its airport's code and its Cyrillic names. */
const KNOWN_WIDELY = 300_000;
const LONGEST_NAME = 60;
/** Languages in which every country is found, beside its own. */
const WORLD_LANGUAGES = ['sv', 'fi', 'az', 'de', 'fr', 'es'];

/** The folded names by which a place is found, without repeats: the first `own` of them are its own, the rest what others call it. */
export interface FoundBy {
  readonly names: readonly string[];
  readonly own: number;
}

export function townNames(town: GeoName): FoundBy {
  const abroad = town.population >= KNOWN_ABROAD || town.featureCode === 'PPLA';
  const alternates = abroad ? town.alternateNames.filter((name) => isUseful(name, town.population)) : [];
  const name = fold(town.name);
  return foundBy(
    [town.name, town.asciiName, withoutUmlauts(town.name), ...alternates.filter((other) => isVariant(fold(other), name))],
    alternates,
  );
}

/** The name shown for a region: without words such as "District", which no one types. */
export function shownRegionName({ code, name }: { readonly code: string; readonly name: string }): string {
  return BETTER_REGION_NAMES[code]?.[0] ?? name.replace(/ (District|Rayon|Sahari)$/, '');
}

/** A region's names; where its code is made of letters (`NY`), that too. */
export function regionNames(region: { readonly code: string; readonly name: string }): FoundBy {
  const letters = /^[A-Z]{2}\.([A-Z]{2,3})$/.exec(region.code)?.[1];
  return foundBy([shownRegionName(region), ...(BETTER_REGION_NAMES[region.code] ?? []), ...(letters ? [letters] : [])], [region.name]);
}

export function englishCountryName(code: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
}

/** A country's names in English and its own language and its code, then in the languages of the world. */
export function countryNames(code: string): FoundBy {
  const named = (language: string) => new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
  const own = new Intl.Locale(`und-${code}`).maximize().language;
  return foundBy([englishCountryName(code), named(own), code, ...(OTHER_COUNTRY_NAMES[code] ?? [])], WORLD_LANGUAGES.map(named));
}

function foundBy(own: readonly string[], others: readonly string[]): FoundBy {
  const first = foldAll(own);
  return { names: foldAll([...first, ...others]), own: first.length };
}

function foldAll(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(fold))].filter((name) => name !== '' && name.length <= LONGEST_NAME);
}

/** "Bronx" for "The Bronx", "New York" for "New York City". */
function isVariant(other: string, name: string): boolean {
  return other.length > 2 && ` ${name} `.includes(` ${other} `);
}

function isUseful(name: string, population: number): boolean {
  if (/^[A-Z]{1,2}$/.test(name)) return false;
  if (/^[A-Z]{3,4}$/.test(name)) return population >= KNOWN_WIDELY;
  if (/^[\p{Script=Latin}\p{N}\p{P}\p{Zs}\p{M}]+$/u.test(name)) return true;
  return population >= KNOWN_WIDELY && /^[\p{Script=Cyrillic}\p{N}\p{P}\p{Zs}]+$/u.test(name);
}

/** As written where a keyboard has no ä, ö, ü. */
function withoutUmlauts(name: string): string {
  return name.replace(/[äÄ]/g, 'ae').replace(/[öÖ]/g, 'oe').replace(/[üÜ]/g, 'ue');
}
