import { BETTER_REGION_NAMES, OTHER_COUNTRY_NAMES } from '#db/gazetteer/better-names.ts';
import type { GeoName } from '#db/gazetteer/source.ts';
import { fold } from '#worker/kernel/text.ts';

/** From this size on a town is also found by the names that other languages have for it. */
const KNOWN_ABROAD = 15_000;
/** From this size on a town is also found by its airport's code and its Cyrillic names. */
const KNOWN_WIDELY = 300_000;
const LONGEST_NAME = 60;
/** Languages in which every country is found, beside its own. */
const WORLD_LANGUAGES = ['en', 'sv', 'fi', 'az', 'de', 'fr', 'es'];

/** The folded names by which a town is found, without repeats, its own first. */
export function townNames(town: GeoName): readonly string[] {
  const abroad = town.population >= KNOWN_ABROAD || town.featureCode === 'PPLA';
  const others = abroad ? town.alternateNames.filter((name) => isUseful(name, town.population)) : [];
  return foldAll([town.name, town.asciiName, withoutUmlauts(town.name), ...others]);
}

/** The name shown for a region: without words such as "District", which no one types. */
export function shownRegionName({ code, name }: { readonly code: string; readonly name: string }): string {
  return BETTER_REGION_NAMES[code]?.[0] ?? name.replace(/ (District|Rayon|Sahari)$/, '');
}

/** The folded names by which a region is found; where its code is made of letters (`NY`), that too. */
export function regionNames(region: { readonly code: string; readonly name: string }): readonly string[] {
  const letters = /^[A-Z]{2}\.([A-Z]{2,3})$/.exec(region.code)?.[1];
  return foldAll([shownRegionName(region), region.name, ...(BETTER_REGION_NAMES[region.code] ?? []), ...(letters ? [letters] : [])]);
}

/** A country's names, English first: in the languages of the world and its own, and its code. */
export function countryNames(code: string): readonly string[] {
  const own = new Intl.Locale(`und-${code}`).maximize().language;
  const named = [...WORLD_LANGUAGES, own].map((language) => new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code);
  return [...named, code, ...(OTHER_COUNTRY_NAMES[code] ?? [])];
}

export function foldAll(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(fold))].filter((name) => name !== '' && name.length <= LONGEST_NAME);
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
