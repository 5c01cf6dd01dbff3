import type { PlaceIndex } from '#db/import/places/place-index.ts';
import type { Place } from '#worker/jobs/model/places.ts';
import { fold } from '#worker/kernel/text.ts';

/** What a mapping knows of its addresses beforehand. */
export interface PlaceHints {
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** `US.NY`. */
  readonly region: string | null;
  /** Folded abbreviation to folded name. */
  readonly abbreviations: ReadonlyMap<string, string>;
}

/** What a name is part of when it follows: a street, a building, an office. `Jamaica Ave` is no Jamaica. */
const NOT_A_PLACE_BEFORE = new Set(
  (
    'st str street ave av avenue blvd boulevard rd road dr drive ln lane pl place plz plaza pkwy parkway expy expway expwy expressway hwy highway tpke turnpike tpk ct court sq square ter terrace ' +
    'way walk row loop alley path trail pier bridge tunnel houses house tower towers building bldg hall hospital college university school library center centre park pk beach ' +
    'ferry creek river hospitals campus terminal airport station line team unit bureau division department dept office services svcs strasse straße gata gatan vagen katu tie kuja rue'
  ).split(' '),
);
/** These follow a place in the name of its office, which is there. */
const OFFICE_WORDS = new Set('office team unit bureau services'.split(' '));
const COMPASS = new Set('n s e w north south east west nw ne sw se'.split(' '));
const KM_OF_DEGREE = 111.2;
/** A part has at most a third of the people. */
const LARGEST_PART = 3;

/** Every place that an address names, the most specific of each spot: `Corona` rather than `Queens`, both the Bronx and Queens where both are named. */
export function readAddress(text: string, { index, hints }: { index: PlaceIndex; hints: PlaceHints }): readonly Place[] {
  const tokens = expand(tokensOf(text), hints.abbreviations);
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = longestAt(tokens, at, { index, hints });
    if (match) found.push({ place: match.place, from: at, to: at + match.length });
    at += match?.length ?? 1;
  }
  const distinct = found.filter(({ place }, at) => found.findIndex((other) => other.place.id === place.id) === at);
  return distinct.filter((wide) => !distinct.some((narrow) => isPart(narrow, wide))).map(({ place }) => place);
}

interface Mention {
  readonly place: Place;
  /** In tokens, half open. */
  readonly from: number;
  readonly to: number;
}

interface Token {
  readonly word: string;
  /** Written with a capital, or a number. */
  readonly isName: boolean;
  /** A comma, bracket or line end stands after it. */
  readonly ends: boolean;
}

function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(/([\p{L}\p{N}\p{M}'’]+)([^\p{L}\p{N}]*)/gu), ([, word = '', after = '']) => ({
    word: fold(word.replace(/['’]/g, '')),
    isName: /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(word),
    ends: /[,;()/\n]/.test(after) || after === '',
  })).flatMap((token) => (token.word === '' ? [] : [token]));
}

/** In words. */
const LONGEST_ABBREVIATION = 4;
const LONGEST_NAME = 5;

function expand(tokens: readonly Token[], abbreviations: ReadonlyMap<string, string>): readonly Token[] {
  const expanded: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const length = lengths(LONGEST_ABBREVIATION, tokens.length - at).find((count) => abbreviations.has(words(tokens, at, count)));
    if (length === undefined) {
      expanded.push(...tokens.slice(at, at + 1));
      at += 1;
      continue;
    }
    const name = (abbreviations.get(words(tokens, at, length)) ?? '').split(' ');
    const ends = tokens[at + length - 1]?.ends ?? true;
    expanded.push(...name.map((word, part) => ({ word, isName: true, ends: ends && part === name.length - 1 })));
    at += length;
  }
  return expanded;
}

function lengths(longest: number, available: number): readonly number[] {
  return Array.from({ length: Math.min(longest, available) }, (_, less) => Math.min(longest, available) - less);
}

function words(tokens: readonly Token[], at: number, length: number): string {
  return tokens
    .slice(at, at + length)
    .map(({ word }) => word)
    .join(' ');
}

function longestAt(
  tokens: readonly Token[],
  at: number,
  { index, hints }: { index: PlaceIndex; hints: PlaceHints },
): { place: Place; length: number } | null {
  for (const length of lengths(LONGEST_NAME, tokens.length - at)) {
    const name = words(tokens, at, length);
    if (/^[\p{N} ]+$/u.test(name) || (length === 1 && name.length < 3) || !tokens.slice(at, at + length).some(({ isName }) => isName))
      continue;
    const place = index.find(name).find((candidate) => candidate.kind === 'town' && isInside(candidate, hints));
    if (place && isPlaceName(tokens, at, length)) return { place, length };
  }
  return null;
}

function isInside(place: Place, { country, region }: PlaceHints): boolean {
  return (country === null || place.country === country) && (region === null || place.regionCode === region);
}

/** A name after a house number, or before the word for a street, belongs to the street. */
function isPlaceName(tokens: readonly Token[], at: number, length: number): boolean {
  const last = tokens[at + length - 1];
  const next = last?.ends ? undefined : tokens[at + length];
  const before = tokens[at - 1];
  if (before !== undefined && !before.ends && COMPASS.has(before.word) && tokens[at - 2] !== undefined) return false;
  if (next !== undefined && NOT_A_PLACE_BEFORE.has(next.word) && !OFFICE_WORDS.has(next.word)) return false;
  const isAfterNumber = before !== undefined && !before.ends && /^\p{N}/u.test(before.word);
  return !isAfterNumber || (/^\p{N}{5}$/u.test(before.word) && at > 1);
}

/** Whether a place is a part of a wider one: much smaller, and near its middle for its size; less near where the wider one follows at once. */
function isPart(narrow: Mention, wide: Mention): boolean {
  if (narrow.place.population * LARGEST_PART > wide.place.population) return false;
  const isNext = wide.from >= narrow.to && wide.from - narrow.to <= 1;
  return distanceKm(narrow.place, wide.place) <= (isNext ? 10 : 6) + wide.place.population / 400_000;
}

function distanceKm(a: Place, b: Place): number {
  const east = (a.lng - b.lng) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(a.lat - b.lat, east) * KM_OF_DEGREE;
}
