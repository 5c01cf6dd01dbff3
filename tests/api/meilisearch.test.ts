import { createServer, request, type Server } from 'node:http';
import { expect, test } from 'vitest';
import { applySetup } from '#search/meilisearch/apply-setup.ts';
import { emptyIndex, meilisearchForTests } from '#tests/search/meilisearch-server.ts';
import { supports } from '#tests/support/proves.ts';
import { startBoard } from '#tests/support/start-board.ts';

const server = meilisearchForTests();

/** Passes requests on to the real server, until it is cut: what a server that dies looks like from outside. */
async function cuttable(target: string): Promise<{ readonly url: string; cut(): void }> {
  const door: Server = createServer((incoming, outgoing) => {
    const onward = request(new URL(incoming.url ?? '/', target), { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening));
  const address = door.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const cut = () => {
    door.close();
    door.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, cut };
}

const SEARCHES = [
  '',
  'q=nurse',
  'country=SE',
  'category=technology',
  'place=Stockholm&radius=50',
  'remote=1',
  'sort=newest&page=2',
  'type=part-time',
  'salary=1000/month',
];

if (server === null) {
  test.skip('the board was not tested with Meilisearch: MEILI_TEST_URL and MEILI_TEST_KEY are not set', () => {});
} else {
  test(
    'with Meilisearch the same searches find as much, and when it dies the same pages go on',
    supports('same-results-for-all'),
    async () => {
      const { searchKey, syncKey } = await applySetup({ url: server.url, masterKey: server.masterKey });
      await emptyIndex(server);
      const door = await cuttable(server.url);
      const board = await startBoard({ seeded: true, vars: { MEILI_URL: door.url, MEILI_SEARCH_KEY: searchKey, MEILI_SYNC_KEY: syncKey } });
      const ask = async (parameters: string) => (await fetch(`${board.origin}/api/jobs?${parameters}`)).json();
      const start = Date.now();
      for (let minute = 0; minute < 5; minute += 1) await board.tick(start + minute * 60_000);

      const health = await (await fetch(`${board.origin}/healthz`)).json();
      expect(health.search.meilisearch).toMatchObject({ status: 'ok', waiting: 0 });
      const alive = await Promise.all(SEARCHES.map(ask));
      expect(alive.map(({ engine, degraded }) => [engine, degraded])).toEqual(SEARCHES.map(() => ['meilisearch', false]));
      expect(alive[0].total).toBeGreaterThan(20);

      door.cut();
      for (const [index, parameters] of SEARCHES.entries()) {
        const view = await ask(parameters);
        expect([view.engine, view.degraded], parameters).toEqual(['embedded', true]);
        // Each engine knows other forms of a word; filters are the same to both.
        if (parameters.startsWith('q=')) expect(view.total, parameters).toBeGreaterThan(0);
        else expect(view.total, parameters).toBe(alive[index].total);
      }
      expect((await fetch(`${board.origin}/jobs?q=nurse`)).status).toBe(200);
      await board.close();
      await emptyIndex(server);
    },
  );
}
