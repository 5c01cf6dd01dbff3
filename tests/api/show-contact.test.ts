import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewJob } from '#db/repositories/job-writes.ts';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { type ApiBoard, apiBoard, ORIGIN } from '#tests/api/api-board.ts';
import { publish } from '#tests/api/publish.ts';
import { proves } from '#tests/support/proves.ts';
import { newId } from '#worker/kernel/random.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

const CONTACTS = [
  { kind: 'mail', value: 'jobs (at) firma.example', forApplying: true },
  { kind: 'phone', value: '+46 40 12 34 56', forApplying: false },
] as const;

/** An ad as a feed brings it, unless said otherwise: those of the board's own people have no source. */
async function anAd(said: Partial<NewJob> = {}): Promise<string> {
  const id = newId();
  await publish(board, `Firma ${id}`, [{ id, contacts: CONTACTS, ...said }]);
  return id;
}

async function importedAd(): Promise<string> {
  const id = await anAd();
  await board.database.client.batch([
    `insert or ignore into sources (id, name, first_imported_at, last_imported_at) values ('feed', 'A feed', 0, 0)`,
    `update jobs set source_id = 'feed', source_key = id where id = '${id}'`,
  ]);
  return id;
}

let last = 0;
const aNetwork = () => `203.0.${113 + Math.floor(++last / 250)}.${last % 250}`;

const own = (network: string) => ({ Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin', 'CF-Connecting-IP': network });
const ask = (id: string, network = aNetwork()) => board.ask(`/api/jobs/${id}/contact`, { method: 'POST', headers: own(network) });

async function counted(id: string, what: string): Promise<number> {
  const { rows } = await board.database.client.execute(
    `select count from post_counts where job_id = '${id}' and what = '${what}' and day = '${utcDay(board.now)}'`,
  );
  return Number(rows[0]?.['count'] ?? 0);
}

test('the contact of an ad is shown to whoever asks, as text and as what programs open', proves('contacts-shown-on-asking'), async () => {
  const id = await importedAd();
  const response = await ask(id);
  expect(response.status).toBe(200);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await response.json()).toEqual({
    contacts: [
      { kind: 'mail', text: 'jobs@firma.example', href: 'mailto:jobs@firma.example' },
      { kind: 'phone', text: '+46 40 12 34 56', href: 'tel:+4640123456' },
    ],
    left: 19,
  });
});

test('the ad counts that its contact was shown, and not to whom', proves('contacts-shown-on-asking'), async () => {
  const id = await importedAd();
  const network = '198.18.1.77';
  await ask(id, network);
  await ask(id, network);
  expect(await counted(id, 'reveal')).toBe(2);
  const { rows } = await board.database.client.execute('select * from reveal_budgets');
  expect(JSON.stringify(rows)).not.toContain(network);
  expect(board.logs.join()).not.toContain(network);
});

test(
  'the page of an ad says that there are contacts and of which kind, and holds none',
  proves('contacts-shown-on-asking', 'contacts-hidden'),
  async () => {
    const id = await importedAd();
    const text = await (await board.ask(`/api/jobs/${id}`)).text();
    expect(JSON.parse(text).contact).toEqual({ shows: ['mail', 'phone'], takesMessages: true });
    expect(text).not.toMatch(/firma\.example|12 34 56/);
  },
);

test('an address that a post of ours names for messages alone is shown to nobody', async () => {
  const id = await anAd({ applyBy: 'mail' });
  expect((await (await board.ask(`/api/jobs/${id}`)).json()).contact).toEqual({ shows: ['phone'], takesMessages: true });
  expect((await (await ask(id)).json()).contacts.map(({ kind }: { kind: string }) => kind)).toEqual(['phone']);
  const silent = await anAd({ contacts: [CONTACTS[0]] });
  expect((await ask(silent)).status).toBe(404);
});

test('so many a day are shown to a network, and the answer says how many', proves('contacts-shown-on-asking'), async () => {
  const id = await importedAd();
  const network = '198.18.2.20';
  const first = await ask(id, network);
  expect(first.headers.get('RateLimit-Policy')).toContain('"contacts";q=20;w=86400, "contacts-wider";q=60;w=86400');
  expect(first.headers.get('RateLimit')).toMatch(/^"contacts";r=19;t=\d+, "contacts-wider";r=59;t=\d+$/);
  const rest = await Promise.all(Array.from({ length: 30 }, () => ask(id, network)));
  expect(rest.filter(({ status }) => status === 200)).toHaveLength(19);
  const refused = await ask(id, network);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await refused.text()).not.toMatch(/firma\.example/);
  expect(await counted(id, 'reveal')).toBe(20);
  expect((await ask(id, '198.18.2.21')).status).toBe(200);
});

test('networks beside each other have a budget together, of IPv6 as of IPv4', proves('contacts-shown-on-asking'), async () => {
  const id = await importedAd();
  const neighbours = (of: (index: number) => string) => Array.from({ length: 80 }, (_, index) => of(index + 1));
  for (const networks of [neighbours((n) => `192.0.2.${n}`), neighbours((n) => `2001:db8:7:${n.toString(16)}::1`)]) {
    const answers = await Promise.all(networks.map((network) => ask(id, network)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(60);
  }
  const same = Array.from({ length: 30 }, (_, index) => `2001:db8:8:1::${(index + 1).toString(16)}`);
  const answers = await Promise.all(same.map((network) => ask(id, network)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
});

test('what was stopped, withheld, has no contact or never was shows nothing, and costs nothing', async () => {
  const network = '198.18.3.30';
  const [stopped, withheld, bare] = [await importedAd(), await importedAd(), await anAd({ contacts: [] })];
  await jobWrites(board.database.db).stop([stopped], board.now);
  await board.database.client.execute(
    `insert into withheld_jobs (job_seq, why, since) select seq, 'frozen', 0 from jobs where id = '${withheld}'`,
  );
  for (const id of [stopped, withheld, bare, newId(), 'x', "' or 1=1"])
    expect((await ask(encodeURIComponent(id), network)).status, id).toBe(404);
  expect((await (await ask(await importedAd(), network)).json()).left).toBe(19);
});

test('no page of another site can have a contact shown, and no link can', async () => {
  const id = await importedAd();
  const path = `/api/jobs/${id}/contact`;
  const elsewhere = await board.ask(path, {
    method: 'POST',
    headers: { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' },
  });
  expect(elsewhere.status).toBe(403);
  expect((await board.ask(path)).status).toBe(405);
});

test('whoever falls into the trap of machines is shown fewer contacts, and their neighbours as many as before', async () => {
  const id = await importedAd();
  const [machine, neighbour] = ['203.0.110.1', '203.0.110.2'];
  const trap = () => board.ask('/api/contacts/trap', { method: 'POST', headers: own(machine) });
  expect((await trap()).status).toBe(200);
  expect((await (await ask(id, machine)).json()).left).toBe(14);
  for (let fallen = 0; fallen < 3; fallen += 1) await trap();
  expect((await ask(id, machine)).status).toBe(429);
  expect((await (await ask(id, neighbour)).json()).left).toBe(19);
});

test('leaving for another site is counted for the ad', async () => {
  const id = await importedAd();
  await board.ask(`/api/jobs/${id}/leave`, { method: 'POST', headers: own(aNetwork()) });
  expect(await counted(id, 'leave')).toBe(1);
  expect((await board.ask(`/api/jobs/${newId()}/leave`, { method: 'POST', headers: own(aNetwork()) })).status).toBe(200);
});
