import { ask, timeRequests } from '#tests/bench/measure.ts';
import { ms } from '#tests/bench/table.ts';

/** A row of the bench: searches of one kind. */
export interface Workload {
  readonly name: string;
  /** Query strings without `?`. */
  readonly searches: readonly string[];
}

export interface Words {
  readonly rare: readonly string[];
  readonly common: readonly string[];
  readonly ordinary: readonly string[];
}

/** What people ask for, in the rows that the design names. */
export function workloads({ rare, common, ordinary }: Words): readonly Workload[] {
  const pairs = ordinary.map((word, index) => `${word}+${ordinary[(index + 1) % ordinary.length] ?? word}`);
  return [
    { name: 'list, newest first', searches: [''] },
    {
      name: 'filtered, no words',
      searches: [
        'category=health',
        'type=part-time&country=SE',
        'remote=1&posted=7d',
        'salary=EUR60000/year',
        'category=legal&category=finance',
      ],
    },
    { name: 'rare word', searches: rare.map((word) => `q=${word}`) },
    { name: 'ordinary word (about 5 %)', searches: ordinary.map((word) => `q=${word}`) },
    { name: 'very common word (half of all)', searches: common.map((word) => `q=${word}`) },
    { name: 'two words', searches: pairs.map((pair) => `q=${pair}`) },
    { name: 'words and filters', searches: ordinary.map((word) => `q=${word}&category=health&type=full-time`) },
    { name: 'word within 25 km', searches: ordinary.map((word) => `q=${word}&place=London`) },
    {
      name: 'place with radius 100 km',
      searches: ['place=Berlin&radius=100', 'place=Stockholm&radius=100', 'place=Helsinki&radius=100', 'place=Baku&radius=100'],
    },
    { name: 'prefix of two letters', searches: ['q=nu', 'q=en', 'q=ca', 'q=pl'] },
    { name: 'typing mistake', searches: ['q=enginer', 'q=electrican', 'q=receptonist', 'q=pharmasist'] },
    { name: 'salary first', searches: ['sort=salary', 'q=nurse&sort=salary'] },
    { name: 'deep page (50)', searches: ['page=50', 'q=nurse&page=50', 'q=engineer&page=50'] },
  ];
}

/** Times every workload on the API and as a page, one client. */
export async function measureLatency(origin: string, { rows, times }: { readonly rows: readonly Workload[]; readonly times: number }) {
  const table = [['one client, ms', 'found', 'API p50', 'API p95', 'page p50', 'page p95']];
  for (const { name, searches } of rows) {
    const api = await timeRequests(
      searches.map((search) => `${origin}/api/jobs?${search}`),
      times,
    );
    const page = await timeRequests(
      searches.map((search) => `${origin}/jobs?${search}`),
      times,
    );
    table.push([name, await found(`${origin}/api/jobs?${searches[0] ?? ''}`), ms(api.p50), ms(api.p95), ms(page.p50), ms(page.p95)]);
  }
  return table;
}

async function found(url: string): Promise<string> {
  const { total, about } = JSON.parse((await ask(url)).body) as { total: number; about: boolean };
  return `${about ? 'about ' : ''}${total}`;
}
