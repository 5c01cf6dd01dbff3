import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db/client.ts';
import { jobWrites, type NewJob } from '#db/repositories/job-writes.ts';
import type { EngineAnswer, JobSearchEngine, SearchPlan } from '#search/engine.ts';
import type { SearchFeed } from '#search/feed.ts';
import { syncSearch } from '#search/sync.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, aPlace, DAY, NOON } from '#tests/support/jobs.ts';
import { board } from '#worker/board/model/this-board.ts';
import { parseJobQuery } from '#worker/jobs/model/parse-job-query.ts';
import { newId } from '#worker/kernel/random.ts';

export interface EngineUnderTest {
  readonly engine: JobSearchEngine;
  readonly feed: SearchFeed;
  close(): Promise<void>;
}

const HOUR = DAY / 24;
const MALMO = { lat: 55.605, lng: 13.0 };
const at = (name: string, country: string, lat: number, lng: number, regionCode: string | null = null) => ({
  ...aPlace(name),
  country,
  lat,
  lng,
  regionCode,
});
const pay = (currency: string, yearly: number) => ({
  salaryCurrency: currency,
  salaryMin: yearly,
  salaryMax: yearly,
  salaryPeriod: 'year' as const,
  salaryYearly: yearly,
});

/** What every engine must do, whatever stands behind it. */
export function searchContract(name: string, start: (db: Database) => Promise<EngineUnderTest>): void {
  describe(name, () => {
    let database: Awaited<ReturnType<typeof freshDatabase>>;
    let tested: EngineUnderTest;
    const ids = new Map<string, string>();

    beforeAll(async () => {
      database = await freshDatabase();
      tested = await start(database.db);
      const jobs = await advertisements(database.db);
      for (const job of jobs) ids.set(job.id, job.referenceId ?? '');
      await jobWrites(database.db).publish(jobs);
      await sync();
    }, 60_000);
    afterAll(async () => {
      await tested?.close();
      await database?.close();
    });

    const sync = async () => {
      const [outcome] = await syncSearch({ db: database.db, engines: [tested.feed], now: () => NOON + HOUR, owner: newId() });
      expect(outcome).toMatchObject({ trouble: null, busy: false });
    };
    const ask = (search: string, area: SearchPlan['area'] = null): Promise<EngineAnswer> =>
      tested.engine.search({ query: parseJobQuery(new URLSearchParams(search), board).query, area, now: NOON + HOUR });
    const found = async (search: string, area: SearchPlan['area'] = null) => (await ask(search, area)).ids.map((id) => ids.get(id));
    const foundSet = async (search: string, area: SearchPlan['area'] = null) => (await found(search, area)).sort();
    const facet = async (search: string, facetName: keyof EngineAnswer['facets']) =>
      Object.fromEntries(((await ask(search)).facets[facetName] ?? []).map(({ value, count }) => [value, count]));

    test('everything is listed, newest first, and counted', async () => {
      const answer = await ask('');
      expect(answer.ids.map((id) => ids.get(id))).toEqual([
        'nurse',
        'nurses',
        'planner',
        'planning',
        'cpp',
        'csharp',
        'teacher',
        'engineer',
        'welder',
        'gig',
        'chief',
        'old',
      ]);
      expect(answer).toMatchObject({ total: 12, about: false, corrected: null, withoutPay: 0, sortCurrency: null });
    });

    test('a word finds itself and its other forms; the exact word in the title comes first', async () => {
      expect(await found('q=nurse')).toEqual(['nurse', 'nurses', 'chief']);
      expect((await found('q=nurses'))[0]).toBe('nurses');
    });

    test('all words must be there, wherever they stand', async () => {
      expect(await foundSet('q=nurse+night')).toEqual(['nurse']);
      expect(await foundSet('q=city+traffic')).toEqual(['planning']);
    });

    test('a phrase is found as it stands only', async () => {
      expect(await foundSet('q=%22city+planner%22')).toEqual(['planner']);
      expect(await foundSet('q=%22planner+city%22')).toEqual([]);
      expect(await foundSet('q=%22nurses%22')).toEqual(['nurses']);
    });

    test('what is left out is not found', async () => {
      expect(await foundSet('q=city+-assistant')).toEqual(['planning']);
      expect(await foundSet('q=nurse+-%22night+shift%22')).toEqual(['chief', 'nurses']);
      expect((await ask('q=-nurse')).total).toBeLessThan(12);
    });

    test('the last word may be a beginning, an earlier one may not', async () => {
      expect(await foundSet('q=wel')).toEqual(['welder']);
      expect(await foundSet('q=wel+steel')).toEqual([]);
    });

    test('diacritics and case make no difference', async () => {
      expect(await foundSet('q=MALMO+larare')).toEqual(['teacher']);
      expect(await foundSet('q=lärare')).toEqual(['teacher']);
    });

    test('C++ and C# are different', async () => {
      expect(await foundSet('q=C%2B%2B')).toEqual(['cpp']);
      expect(await foundSet('q=c%23')).toEqual(['csharp']);
    });

    test('a slip is forgiven, but not inside quotes', async () => {
      expect(await foundSet('q=enginer')).toContain('engineer');
      expect(await foundSet('q=bridge+enginer')).toEqual(['engineer']);
      expect(await foundSet('q=%22enginer%22')).toEqual([]);
    });

    test('filters narrow; a repeated one means or', async () => {
      expect(await foundSet('category=technology')).toEqual(['cpp', 'csharp']);
      expect(await foundSet('category=technology&category=education')).toEqual(['cpp', 'csharp', 'teacher']);
      expect(await foundSet('type=part-time')).toEqual(['nurses']);
      expect(await foundSet('kind=gig')).toEqual(['gig']);
      expect(await foundSet('language=sv')).toEqual(['teacher']);
      expect(await foundSet('employer=mercy-hospital&type=full-time')).toEqual(['chief', 'nurse']);
      expect(await foundSet('country=DE')).toEqual(['cpp', 'csharp', 'engineer']);
    });

    test('remote work is found for those who may do it from where they live', async () => {
      expect(await foundSet('remote=1')).toEqual(['cpp', 'csharp']);
      expect(await foundSet('remote=DE')).toEqual(['cpp', 'csharp']);
      expect(await foundSet('remote=FI')).toEqual(['csharp']);
    });

    test('posted within counts back from now', async () => {
      expect(await foundSet('posted=1d&category=health')).toEqual(['nurse', 'nurses']);
      expect(await foundSet('posted=30d&category=health')).toEqual(['chief', 'nurse', 'nurses']);
      expect((await found('posted=30d')).includes('old')).toBe(false);
    });

    test('a place within a radius is the exact distance, of any of the places of an ad', async () => {
      const around = (radiusKm: number) => ({ kind: 'circle' as const, ...MALMO, radiusKm });
      expect(await foundSet('', around(5))).toEqual(['planner', 'teacher']);
      expect(await foundSet('', around(25))).toEqual(['planner', 'planning', 'teacher', 'welder']);
      expect(await foundSet('q=teacher', around(25))).toEqual([]);
      expect(await found('sort=distance', around(300))).toEqual(['teacher', 'planner', 'planning', 'welder', 'engineer']);
      expect((await ask('', around(25))).total).toBe(4);
    });

    test('a region and a country hold what is inside them', async () => {
      expect(await foundSet('', { kind: 'region', code: 'SE.27' })).toEqual(['planner', 'planning', 'teacher']);
      expect(await foundSet('', { kind: 'country', code: 'SE' })).toEqual(['planner', 'planning', 'teacher', 'welder']);
    });

    test('a salary floor compares the year, leaves out ads without pay and counts them', async () => {
      expect(await foundSet('salary=90000/year')).toEqual(['chief', 'csharp', 'planner']);
      expect(await foundSet('salary=USD90000/year')).toEqual(['chief', 'planner']);
      expect(await foundSet('salary=40/hour&q=nurse')).toEqual(['chief', 'nurse']);
      const answer = await ask('salary=90500/year&q=nurse');
      expect(answer).toMatchObject({ total: 1, withoutPay: 1 });
      expect((await ask('')).currencies).toEqual(['USD', 'EUR']);
    });

    test('a salary sort compares one currency; other ads follow', async () => {
      const answer = await ask('sort=salary');
      expect(answer.ids.map((id) => ids.get(id)).slice(0, 3)).toEqual(['chief', 'planner', 'nurse']);
      expect(answer.sortCurrency).toBe('USD');
      expect(answer.ids).toHaveLength(12);
      expect((await found('sort=salary&salary=EUR1000/year')).slice(0, 2)).toEqual(['csharp', 'cpp']);
    });

    test('facets count the matches, each as if its own filter were not set', async () => {
      expect(await facet('', 'kind')).toEqual({ job: 11, gig: 1 });
      expect(await facet('q=nurse', 'type')).toEqual({ 'full-time': 2, 'part-time': 1 });
      expect(await facet('q=nurse&type=part-time', 'type')).toEqual({ 'full-time': 2, 'part-time': 1 });
      expect(await facet('q=nurse&type=part-time', 'category')).toEqual({ health: 1 });
      expect(await facet('category=technology', 'country')).toEqual({ DE: 2 });
      expect(await facet('category=technology', 'remote')).toEqual({ '1': 2 });
      expect(await facet('category=technology&remote=FI', 'remote')).toEqual({ '1': 2, FI: 1 });
      expect(await facet('q=nurse', 'employer')).toEqual({ 'mercy-hospital': 3 });
      expect(await facet('category=health&posted=1d', 'posted')).toEqual({ '1d': 2, '7d': 3, '30d': 3 });
      expect(await facet('category=health', 'salary')).toMatchObject({ 'USD90000/year': 1 });
      expect((await ask('q=nurse')).facets.employer).toEqual([{ value: 'mercy-hospital', label: 'Mercy Hospital', count: 3 }]);
      expect(
        (
          await tested.engine.search({
            query: parseJobQuery(new URLSearchParams('q=nurse'), board).query,
            area: null,
            now: NOON + HOUR,
            facets: false,
          })
        ).facets,
      ).toEqual({});
    });

    test('a page beyond the matches is empty and still counts', async () => {
      expect(await ask('q=nurse&page=2')).toMatchObject({ ids: [], total: 3, corrected: null });
    });

    test('an ad that was stopped, changed or published leaves, moves or enters', async () => {
      const [employer] = await database.db.all<{ seq: number }>('select seq from employers limit 1');
      const job = aJob(employer?.seq ?? 0, { title: 'Falconer', referenceId: 'falconer', postedAt: NOON });
      ids.set(job.id, 'falconer');
      await jobWrites(database.db).publish([job]);
      await sync();
      expect(await foundSet('q=falconer')).toEqual(['falconer']);
      await database.client.execute({ sql: "update jobs set title = 'Ostler', posted_at = ? where id = ?", args: [NOON - DAY, job.id] });
      await sync();
      expect(await foundSet('q=%22falconer%22')).toEqual([]);
      expect(await foundSet('q=ostler')).toEqual(['falconer']);
      await jobWrites(database.db).stop([job.id], NOON + HOUR);
      await sync();
      expect(await foundSet('q=%22ostler%22')).toEqual([]);
      expect((await ask('')).total).toBe(12);
    });

    test('the ad of somebody without a page is found, and its employer is no filter', async () => {
      const guest = await addEmployer(database.db, 'Åsa at home');
      await database.client.execute({ sql: 'update employers set unlisted = 1, slug = id where seq = ?', args: [guest] });
      const job = aJob(guest, { title: 'Piano tuner', postedAt: NOON });
      ids.set(job.id, 'tuner');
      await jobWrites(database.db).publish([job]);
      await sync();
      expect(await foundSet('q=tuner')).toEqual(['tuner']);
      expect((await ask('q=tuner')).facets.employer ?? []).toEqual([]);
      expect((await ask('')).facets.employer?.map(({ label }) => label)).not.toContain('Åsa at home');
      await jobWrites(database.db).stop([job.id], NOON + HOUR);
      await sync();
    });

    test('signs that mean something to a search engine are nothing to search for, or just words', async () => {
      for (const typed of [
        '"',
        '*',
        '-',
        '()',
        'title:nurse',
        'NEAR(nurse shift)',
        'nurse*',
        '^nurse',
        '{x}',
        "'; drop table jobs; --",
        '"nurse',
        'a" OR "b',
      ]) {
        await expect(ask(new URLSearchParams({ q: typed }).toString())).resolves.toBeDefined();
      }
      expect(await foundSet('q=nurse+OR+welder')).toEqual([]);
    });
  });
}

async function advertisements(db: Database): Promise<readonly NewJob[]> {
  const hospital = await addEmployer(db, 'Mercy Hospital');
  const office = await addEmployer(db, 'Planning Office');
  const works = await addEmployer(db, 'Northern Works');
  let age = 0;
  const ad = (referenceId: string, employer: number, said: Partial<NewJob>): NewJob => {
    age += 1;
    const postedAt = NOON - age * HOUR;
    return aJob(employer, {
      places: [],
      category: 'other',
      postedAt,
      publishedAt: postedAt,
      updatedAt: postedAt,
      createdAt: postedAt,
      carriedAt: NOON,
      ...said,
      referenceId,
    });
  };
  const days = (count: number) => ({ postedAt: NOON - count * DAY });
  return [
    ad('nurse', hospital, { title: 'Nurse', category: 'health', description: 'A night shift in our ward.', ...pay('USD', 8_000_000) }),
    ad('nurses', hospital, { title: 'Nurses for the summer', category: 'health', employmentTypes: ['part-time'] }),
    ad('planner', office, {
      title: 'City planner',
      category: 'architecture',
      description: 'Work with an assistant.',
      ...pay('USD', 9_000_000),
      places: [at('Malmö', 'SE', 55.61, 13.01, 'SE.27')],
    }),
    ad('planning', office, {
      title: 'Traffic counsel of the city',
      category: 'architecture',
      places: [at('Lund', 'SE', 55.7, 13.19, 'SE.27')],
    }),
    ad('cpp', works, {
      title: 'C++ developer',
      category: 'technology',
      remote: 'fully',
      remoteCountries: ['DE'],
      ...pay('EUR', 7_000_000),
    }),
    ad('csharp', works, {
      title: 'C# developer',
      category: 'technology',
      remote: 'partly',
      places: [at('Berlin', 'DE', 52.52, 13.4, 'DE.16')],
      ...pay('EUR', 9_500_000),
    }),
    ad('teacher', office, {
      title: 'Lärare i matematik',
      language: 'sv',
      category: 'education',
      places: [at('Malmö', 'SE', 55.606, 13.001, 'SE.27')],
    }),
    ad('engineer', works, { title: 'Engineer for bridges', category: 'engineering', places: [at('Rostock', 'DE', 54.09, 12.14, 'DE.12')] }),
    ad('welder', works, {
      title: 'Welder',
      category: 'manufacturing',
      places: [at('Kiruna', 'SE', 67.85, 20.22, 'SE.14'), at('Landskrona', 'SE', 55.79, 13.0, null)],
    }),
    ad('gig', works, { title: 'Repairs of bicycles', kind: 'gig', category: 'maintenance' }),
    ad('chief', hospital, {
      title: 'Chief of ward',
      category: 'health',
      description: 'Leads every nurse of the house.',
      ...pay('USD', 12_000_000),
      ...days(3),
    }),
    ad('old', works, { title: 'Gardener', category: 'agriculture', ...days(40) }),
  ];
}
