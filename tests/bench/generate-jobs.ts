import type { NewJob } from '#db/repositories/job-writes.ts';
import { type Chance, chance } from '#tests/bench/random.ts';
import { COMMON, FIELDS, LEVELS, OCCUPATIONS, SKILLS } from '#tests/bench/vocabulary.ts';
import { board } from '#worker/board/model/this-board.ts';
import { EMPLOYMENT_TYPES } from '#worker/jobs/model/job-posting.ts';
import type { Place } from '#worker/jobs/model/places.ts';
import { aYear, SALARY_PERIODS } from '#worker/kernel/money.ts';
import { slugOf } from '#worker/kernel/text.ts';

const DAY = 86_400_000;
const WORDS_AN_AD = 120;
const CURRENCIES = ['USD', 'EUR', 'SEK', 'AZN', 'GBP'];
const ID_LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

export interface World {
  readonly now: number;
  readonly towns: readonly Place[];
  readonly employerSeqs: readonly number[];
  /** The most frequent first; drawn by Zipf's law. */
  readonly vocabulary: readonly string[];
}

/** The words of ads: common ones at the head, names of towns as the long tail of rare ones. */
export function vocabularyOf(towns: readonly Place[]): readonly string[] {
  const names = towns.map(({ name }) => name.toLowerCase()).filter((name) => /^\p{L}{4,}$/u.test(name));
  return [...new Set([...COMMON, ...SKILLS.flatMap((skill) => skill.split(' ')), ...names])];
}

/** `count` ads, the same at every run: believable titles, 120 words each by Zipf's law, spread over 60 days and all towns. */
export function* generateJobs(count: number, world: World): Generator<NewJob> {
  const luck = chance(20261122);
  for (let index = 0; index < count; index += 1) yield generateJob(luck, world);
}

function generateJob(luck: Chance, world: World): NewJob {
  const title = `${luck.next() < 0.4 ? `${luck.pick(LEVELS)} ` : ''}${luck.pick(OCCUPATIONS)}, ${luck.pick(FIELDS)}`;
  const postedAt = world.now - Math.floor(luck.next() * 60 * DAY);
  const remote = luck.next() < 0.12;
  return {
    id: Array.from({ length: 20 }, () => ID_LETTERS[luck.below(32)]).join(''),
    slug: slugOf(title),
    kind: luck.next() < 0.05 ? 'gig' : 'job',
    title,
    description: text(luck, world.vocabulary),
    language: luck.next() < 0.85 ? 'en' : luck.pick(['sv', 'fi', 'de']),
    employerSeq: world.employerSeqs[luck.zipf(world.employerSeqs.length)] ?? 1,
    category: luck.pick(board.categories).id,
    employmentTypes: [EMPLOYMENT_TYPES[luck.zipf(EMPLOYMENT_TYPES.length)] ?? 'full-time'],
    skills: [luck.pick(SKILLS), luck.pick(SKILLS)],
    remote: remote ? 'fully' : null,
    remoteCountries: remote ? [luck.pick(board.countries)] : [],
    ...pay(luck),
    postedAt,
    publishedAt: postedAt,
    createdAt: postedAt,
    updatedAt: postedAt,
    applyBy: 'reference',
    referenceId: `B-${luck.below(1_000_000)}`,
    places: Array.from({ length: luck.next() < 0.1 ? 3 : 1 }, () => place(world.towns[luck.zipf(world.towns.length)])),
    contacts: [],
  };
}

function text(luck: Chance, vocabulary: readonly string[]): string {
  const words = Array.from({ length: WORDS_AN_AD }, () => vocabulary[luck.zipf(vocabulary.length)] ?? 'work');
  return [0, 40, 80].map((start) => `${words.slice(start, start + 40).join(' ')}.`).join('\n\n');
}

function pay(luck: Chance) {
  if (luck.next() < 0.15) return { salaryCurrency: null, salaryMin: null, salaryMax: null, salaryPeriod: null, salaryYearly: null };
  const salaryPeriod = SALARY_PERIODS[luck.next() < 0.7 ? 4 : luck.below(5)] ?? 'year';
  const yearly = 2_500_000 + luck.below(12_000_000);
  const salaryMin = Math.round(yearly / aYear(1, salaryPeriod));
  const salaryMax = Math.round(salaryMin * (1 + luck.next() * 0.4));
  return { salaryCurrency: luck.pick(CURRENCIES), salaryMin, salaryMax, salaryPeriod, salaryYearly: aYear(salaryMax, salaryPeriod) };
}

function place(town: Place | undefined): NewJob['places'][number] {
  if (town === undefined) throw new Error('no towns to choose from');
  const { id, name, region, regionCode, country, lat, lng } = town;
  return { placeId: id, name, region, regionCode, country, street: null, postalCode: null, lat, lng };
}
