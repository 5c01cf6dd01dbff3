import { Agent, request } from 'node:http';
import { type Database, openDatabase } from '#db/client.ts';
import { placesRepository } from '#db/repositories/places.ts';
import type { SearchPlan } from '#search/engine.ts';
import { meilisearchFeed } from '#search/meilisearch/feed.ts';
import { queriesFor } from '#search/meilisearch/queries.ts';
import { syncSearch } from '#search/sync.ts';
import type { BenchBoard } from '#tests/bench/board.ts';
import type { Workload } from '#tests/bench/latency.ts';
import { timeRequests, timing } from '#tests/bench/measure.ts';
import { ms } from '#tests/bench/table.ts';
import { board } from '#worker/board/model/this-board.ts';
import { parseJobQuery } from '#worker/jobs/model/parse-job-query.ts';
import { areaOf } from '#worker/jobs/model/search-area.ts';
import { decideSort } from '#worker/jobs/model/search-sort.ts';
import { newId } from '#worker/kernel/random.ts';

export interface MeilisearchBench {
  readonly rows: readonly Workload[];
  readonly times: number;
  readonly server: { readonly url: string; readonly searchKey: string; readonly syncKey: string };
}

/** The same searches through Meilisearch: the bare multi-search that the engine sends, then the API around it, in one run. */
export async function measureMeilisearch(bench: BenchBoard, { rows, times, server }: MeilisearchBench) {
  const db = openDatabase(bench.database);
  const from = performance.now();
  const [outcome] = await syncSearch({ db, engines: [meilisearchFeed(server, db)], now: () => Date.now(), owner: newId() });
  console.log(
    `Fed ${outcome?.done ?? 0} ads in ${((performance.now() - from) / 1000).toFixed(0)} s${outcome?.trouble ? `, trouble: ${outcome.trouble}` : ''}.`,
  );
  const table = [['Meilisearch, one client, ms', 'bare p50', 'bare p95', 'API p50', 'API p95', 'page p50', 'page p95', 'page adds p95']];
  for (const { name, searches } of rows) {
    const plans = await Promise.all(searches.map((search) => planOf(db, search)));
    const bare = await timeBare(server, { plans, times });
    const api = await timeRequests(
      searches.map((search) => `${bench.origin}/api/jobs?${search}`),
      times,
    );
    const page = await timeRequests(
      searches.map((search) => `${bench.origin}/jobs?${search}`),
      times,
    );
    table.push([name, ...[bare.p50, bare.p95, api.p50, api.p95, page.p50, page.p95, page.p95 - bare.p95].map(ms)]);
  }
  return table;
}

async function planOf(db: Database, search: string): Promise<SearchPlan> {
  const { query } = parseJobQuery(new URLSearchParams(search), board);
  const resolved = query.place === null ? null : await placesRepository(db).resolve(query.place, board.countries);
  const area = resolved === null ? null : areaOf(resolved.place, query.radius);
  return { query: { ...query, sort: decideSort(query) }, area, now: Date.now() };
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

async function timeBare(
  server: MeilisearchBench['server'],
  { plans, times }: { readonly plans: readonly SearchPlan[]; readonly times: number },
) {
  const bodies = plans.map((plan) => JSON.stringify({ queries: queriesFor(plan, plan.query.sort === 'salary' ? 'USD' : null).queries }));
  const taken: number[] = [];
  for (let index = 0; index < times + 5; index += 1) {
    const from = performance.now();
    await post(server, bodies[index % bodies.length] ?? '');
    if (index >= 5) taken.push(performance.now() - from);
  }
  return timing(taken);
}

function post({ url, searchKey }: MeilisearchBench['server'], body: string): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${searchKey}` };
  return new Promise((answered, failed) => {
    const sent = request(new URL('/multi-search', url), { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200 ? answered() : failed(new Error(`Meilisearch answered ${response.statusCode}`)),
      );
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
