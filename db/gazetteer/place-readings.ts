import { fold } from '#worker/kernel/text.ts';

/** One way to understand a typed place: a folded name, and the regions or countries it must lie in. */
export interface PlaceReading {
  readonly name: string;
  readonly within: readonly string[];
}

const MOST_WORDS = 6;
/** Name, region, country, and one more; what follows is left out. */
const MOST_PARTS = 4;

/** What "Springfield, Illinois, United States" or "malmö sverige" may mean, the likeliest first. */
export function placeReadings(typed: string): readonly PlaceReading[] {
  const whole = { name: fold(typed), within: [] };
  if (whole.name === '') return [];
  const [name, ...within] = typed
    .split(',')
    .map(fold)
    .filter((part) => part !== '')
    .slice(0, MOST_PARTS);
  if (name !== undefined && within.length > 0) return [{ name, within }, whole];
  const words = whole.name.split(' ').slice(0, MOST_WORDS);
  const cuts = words.map((_, index) => words.length - index).slice(1);
  return [whole, ...cuts.map((cut) => ({ name: words.slice(0, cut).join(' '), within: [words.slice(cut).join(' ')] }))];
}
