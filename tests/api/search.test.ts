import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { publish } from '#tests/api/publish.ts';
import { aPlace } from '#tests/support/jobs.ts';
import { newId } from '#worker/kernel/random.ts';

let board: ApiBoard;

/** A word that no other ad of the database holds. */
const WORD = 'zugzwang';
const stockholm = { ...aPlace('Stockholm'), region: 'Stockholm', regionCode: 'SE.26', lat: 59.33, lng: 18.07 };
const uppsala = { ...aPlace('Uppsala'), region: 'Uppsala', regionCode: 'SE.21', lat: 59.86, lng: 17.64 };
const helsinki = { ...aPlace('Helsinki'), region: 'Uusimaa', regionCode: 'FI.01', country: 'FI', lat: 60.17, lng: 24.94 };

beforeAll(async () => {
  board = await apiBoard();
  const old = board.now - 10 * 86_400_000;
  await publish(board, 'Chess Academy', [
    {
      title: `Coach of ${WORD}`,
      description: `Teach **${WORD}** to children.`,
      places: [stockholm],
      salaryCurrency: 'USD',
      salaryMin: 9_000_000,
      salaryMax: 9_900_000,
      salaryPeriod: 'year',
      salaryYearly: 9_900_000,
      category: 'education',
    },
    {
      title: `Writer on ${WORD}`,
      places: [uppsala],
      remote: 'fully',
      remoteCountries: ['SE', 'NO'],
      employmentTypes: ['part-time'],
      category: 'arts',
    },
    {
      title: `Arbiter of ${WORD}`,
      places: [helsinki],
      kind: 'gig',
      employmentTypes: ['contract', 'temporary'],
      category: 'education',
      postedAt: old,
      publishedAt: old,
    },
    { title: `Lärare i ${WORD}`, description: 'Undervisa barn.', language: 'sv', places: [stockholm], category: 'education' },
  ]);
});
afterAll(() => board.close());

const titles = async (parameters: string) => {
  const { jobs } = await board.search(`q=${WORD}&${parameters}`);
  return jobs.map(({ title }) => title.split(' ')[0]).sort();
};

test('a search answers ads in the documented shape', async () => {
  const view = await board.search(`q=${WORD}+coach`);
  expect(view).toMatchObject({
    total: 1,
    about: false,
    page: 1,
    pages: 1,
    didYouMean: null,
    engine: 'embedded',
    degraded: false,
    sort: 'relevance',
    place: null,
  });
  expect(view.query).toBe(`q=${WORD}+coach`);
  const [job] = view.jobs;
  expect(job).toMatchObject({
    title: `Coach of ${WORD}`,
    kind: 'job',
    employer: { name: 'Chess Academy', slug: 'chess-academy' },
    places: [{ name: 'Stockholm', region: 'Stockholm', country: 'SE' }],
    remote: null,
    salary: { currency: 'USD', min: 90_000, max: 99_000, period: 'year' },
    employmentTypes: ['full-time'],
    postedAt: new Date(board.now - 3_600_000).toISOString(),
    validThrough: null,
    distanceKm: null,
  });
  expect(job?.url).toBe(`${ORIGIN}/jobs/coach-of-${WORD}-${job?.id}`);
});

test('what matched is marked in title and snippet', async () => {
  const { jobs } = await board.search(`q=${WORD}+coach`);
  const [job] = jobs;
  const marked = (text = '', marks: readonly (readonly [number, number])[] = []) => marks.map(([from, to]) => text.slice(from, to));
  expect(marked(job?.title, job?.marks.title)).toEqual(['Coach', WORD]);
  expect(marked(job?.snippet, job?.marks.snippet)).toEqual([WORD]);
});

test('every filter keeps what it names', async () => {
  expect(await titles('')).toEqual(['Arbiter', 'Coach', 'Lärare', 'Writer']);
  expect(await titles('country=FI')).toEqual(['Arbiter']);
  expect(await titles('category=arts')).toEqual(['Writer']);
  expect(await titles('type=part-time')).toEqual(['Writer']);
  expect(await titles('employer=chess-academy')).toHaveLength(4);
  expect(await titles('employer=nobody')).toEqual([]);
  expect(await titles('language=sv')).toEqual(['Lärare']);
  expect(await titles('kind=gig')).toEqual(['Arbiter']);
  expect(await titles('posted=1d')).toEqual(['Coach', 'Lärare', 'Writer']);
  expect(await titles('posted=30d')).toHaveLength(4);
  expect(await titles('remote=1')).toEqual(['Writer']);
  expect(await titles('remote=NO')).toEqual(['Writer']);
  expect(await titles('remote=US')).toEqual([]);
  expect(await titles('salary=90000')).toEqual(['Coach']);
  expect(await titles('salary=USD90000/year')).toEqual(['Coach']);
  expect(await titles('salary=EUR90000/year')).toEqual([]);
  expect(await titles('salary=500/hour')).toEqual([]);
  expect(await titles('place=remote')).toEqual(['Writer']);
});

test('a repeated parameter means or', async () => {
  expect(await titles('country=FI&country=SE')).toHaveLength(4);
  expect(await titles('type=contract&type=part-time')).toEqual(['Arbiter', 'Writer']);
  expect(await titles('category=arts&category=education&language=sv')).toEqual(['Lärare']);
});

test('a place is a town with its surroundings, a region or a country, and says what was understood', async () => {
  expect(await titles('place=Stockholm')).toEqual(['Coach', 'Lärare']);
  expect(await titles('place=Stockholm&radius=100')).toEqual(['Coach', 'Lärare', 'Writer']);
  expect(await titles('place=Finland')).toEqual(['Arbiter']);
  const near = await board.search(`q=${WORD}&place=Stockholm&radius=100&sort=distance`);
  expect(near.place).toMatchObject({ name: 'Stockholm', country: 'SE', radiusKm: 100 });
  expect(near.sort).toBe('distance');
  const distances = near.jobs.map(({ distanceKm }) => distanceKm ?? -1);
  expect(distances).toEqual([...distances].sort((a, b) => a - b));
  expect(distances.at(-1)).toBeGreaterThan(50);
  expect((await board.search('place=Finland')).place).toMatchObject({ name: 'Finland', radiusKm: null });
});

test('a place id from the suggestions is understood as that place', async () => {
  const { places } = await (await board.ask('/api/places?q=stockh')).json();
  expect(places[0]).toMatchObject({ name: 'Stockholm', country: 'SE', label: expect.stringContaining('Sweden') });
  expect((await board.search(`place=${places[0].id}`)).place?.id).toBe(places[0].id);
  expect((await (await board.ask(`/api/places?q=${places[0].id}`)).json()).places).toEqual([places[0]]);
});

test('facets are labelled, say what is selected, and count as if their own filter were not set', async () => {
  const { facets } = await board.search(`q=${WORD}&category=arts`);
  expect(facets['category']).toContainEqual({ value: 'arts', label: 'Arts, design and media', count: 1, selected: true });
  expect(facets['category']).toContainEqual({ value: 'education', label: 'Education and research', count: 3, selected: false });
  expect(facets['type']).toContainEqual({ value: 'part-time', label: 'Part time', count: 1, selected: false });
  expect(facets['employer']).toContainEqual({ value: 'chess-academy', label: 'Chess Academy', count: 1, selected: false });
  expect(facets['country']).toContainEqual({ value: 'SE', label: 'Sweden', count: 1, selected: false });
  expect(facets['language']).toContainEqual({ value: 'en', label: 'English', count: 1, selected: false });
});

test('a selected value stays among the facets when nothing has it', async () => {
  const { facets } = await board.search(`q=${WORD}&category=legal`);
  expect(facets['category']).toContainEqual({ value: 'legal', label: 'Legal', count: 0, selected: true });
});

test('the order is as asked', async () => {
  const newest = await board.search(`q=${WORD}&sort=newest`);
  expect(newest.jobs.at(-1)?.title).toBe(`Arbiter of ${WORD}`);
  const paid = await board.search(`q=${WORD}&sort=salary`);
  expect(paid).toMatchObject({ sort: 'salary', sortCurrency: 'USD' });
  expect(paid.jobs[0]?.title).toBe(`Coach of ${WORD}`);
  expect((await board.search('')).sort).toBe('newest');
});

test('pages follow one another without a gap or a repeat', async () => {
  const first = await board.search('sort=newest');
  const second = await board.search('sort=newest&page=2');
  expect(first.jobs).toHaveLength(20);
  const ids = [...first.jobs, ...second.jobs].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(second.page).toBe(2);
  expect(first.pages).toBe(Math.ceil(first.total / 20));
});

test('a search that is stopped is gone from the next answer, whatever the index still holds', async () => {
  const [id, word] = [newId(), 'quetzalcoatl'];
  await publish(board, 'Aztec Museum', [{ id, title: `Guide to ${word}` }]);
  expect((await board.search(`q=${word}`)).jobs).toHaveLength(1);
  await board.database.client.execute({
    sql: "update jobs set status = 'stopped', stopped_at = ?1, updated_at = ?1 where id = ?2",
    args: [board.now, id],
  });
  expect((await board.search(`q=${word}`)).jobs).toEqual([]);
});

test('unknown parameters are refused by name', async () => {
  const { status, error } = await board.refused('/api/jobs?q=nurse&colour=red&utm_source=x');
  expect(status).toBe(400);
  expect(error).toMatchObject({ code: 'invalid', field: 'colour' });
  expect(error.fields?.map(({ field }) => field)).toEqual(['colour', 'utm_source']);
  expect((await board.refused('/api/places?q=x&limit=5')).error.field).toBe('limit');
  expect((await board.refused('/api/employers/chess-academy?x=1')).error.field).toBe('x');
  expect((await board.refused(`/api/jobs/${newId()}?x=1`)).error.field).toBe('x');
});

test('every bad value is refused, naming the parameter and what to use instead', async () => {
  const bad: Readonly<Record<string, readonly string[]>> = {
    q: ['x'.repeat(5000)],
    place: ['x'.repeat(5000), 'Nowhere-at-all-on-Earth'],
    radius: ['0', '-5', '9999', 'ten', '1e3'],
    remote: ['yes', 'Sweden', '2'],
    country: ['Sweden', 'S', '12'],
    category: ['nonsense', 'HEALTH OR 1=1'],
    type: ['fulltime'],
    employer: ['A B', '../etc'],
    language: ['English!', 'x'],
    posted: ['2d', '7'],
    salary: ['much', '-1', '90000/fortnight', 'NaN'],
    kind: ['task'],
    sort: ['random', 'distance'],
    page: ['0', '51', '-1', '1.5', 'last', '99999999999999999999'],
  };
  for (const [field, values] of Object.entries(bad))
    for (const value of values) {
      const place = field === 'radius' ? '&place=Stockholm' : '';
      const { status, error } = await board.refused(`/api/jobs?${field}=${encodeURIComponent(value)}${place}`);
      expect(status, `${field}=${value.slice(0, 30)}`).toBe(400);
      expect(error.code).toBe('invalid');
      expect(error.fields?.map((problem) => problem.field)).toContain(field);
    }
});

test('several bad values are named at once', async () => {
  const { error } = await board.refused('/api/jobs?page=0&kind=task&sort=random');
  expect(error.fields?.map(({ field }) => field).sort()).toEqual(['kind', 'page', 'sort']);
});

test('any page anywhere may read the API, without cookies', async () => {
  const response = await board.ask('/api/jobs', { headers: { Origin: 'https://elsewhere.example' } });
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(response.headers.has('Access-Control-Allow-Credentials')).toBe(false);
  expect(response.headers.has('Set-Cookie')).toBe(false);
  const preflight = await board.ask('/api/jobs', {
    method: 'OPTIONS',
    headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' },
  });
  expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe('GET,HEAD');
});

test('an answer may be kept but is asked about each time, and costs nothing when it is the same', async () => {
  const first = await board.ask(`/api/jobs?q=${WORD}`);
  expect(first.headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate');
  const tag = first.headers.get('ETag') ?? '';
  const again = await board.ask(`/api/jobs?q=${WORD}`, { headers: { 'If-None-Match': tag } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
});

test('HEAD is answered like GET, without a body', async () => {
  const response = await board.ask('/api/jobs', { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('');
});
