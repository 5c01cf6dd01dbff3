import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBenchBoard } from '#tests/bench/board.ts';
import { chooseWords } from '#tests/bench/choose-words.ts';
import { measureConsent } from '#tests/bench/consent.ts';
import { measureHarvest } from '#tests/bench/contacts.ts';
import { measureDoors } from '#tests/bench/doors.ts';
import { fillBoard } from '#tests/bench/fill.ts';
import { measureFreshness } from '#tests/bench/freshness.ts';
import { measureImport } from '#tests/bench/import-rate.ts';
import { measureLatency, workloads } from '#tests/bench/latency.ts';
import { measureLighthouse } from '#tests/bench/lighthouse.ts';
import { measureMail } from '#tests/bench/mail.ts';
import { ask, timeRequests } from '#tests/bench/measure.ts';
import { measureMeilisearch } from '#tests/bench/meilisearch.ts';
import { measureModeration } from '#tests/bench/moderation.ts';
import { countPromises } from '#tests/bench/promises.ts';
import { measureRetention } from '#tests/bench/retention.ts';
import { ms, printTable } from '#tests/bench/table.ts';
import { measureThroughput } from '#tests/bench/throughput.ts';
import { weighPage } from '#tests/bench/weights.ts';

/** `npm run bench [-- --jobs 100000] [--times 200] [--seconds 10]`. Data stays in `.bench/` and is used again. */
const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '100000' },
    times: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '10' },
  },
});
const [count, times, seconds] = [Number(values.jobs), Number(values.times), Number(values.seconds)];
const folder = join('.bench', String(count));
const MAILS = 500;
const RARE = [
  'gothenburg',
  'sarajevo',
  'utrecht',
  'maracaibo',
  'szeged',
  'ludhiana',
  'tampere',
  'bergamo',
  'kaunas',
  'salzburg',
  'arequipa',
  'toledo',
];

console.log(`${count.toLocaleString('en')} jobs, ${times} requests a row, Node ${process.version}`);
let board = await startBenchBoard(folder);
const rate = await fillBoard(board.database, count);
console.log(rate === null ? 'Used the jobs of an earlier run.' : `Filled at ${rate.toFixed(0)} jobs a second, embedded index included.`);
await board.tick();

const rows = workloads(await chooseWords(board.origin, RARE));
printTable('Search, bare workerd', await measureLatency(board.origin, { rows, times }));

const { jobs } = JSON.parse((await ask(`${board.origin}/api/jobs`)).body) as { jobs: { id: string; url: string }[] };
const jobPages = jobs.map(({ url }) => `${board.origin}${new URL(url).pathname}`);
const jobPage = await timeRequests(jobPages, times);
printTable('Ad, bare workerd', [
  ['', 'p50', 'p95'],
  ['job page, ms', ms(jobPage.p50), ms(jobPage.p95)],
]);

printTable(
  'Throughput',
  await measureThroughput(
    [
      ['home, pre-rendered', `${board.origin}/`],
      ['search page', `${board.origin}/jobs?q=nurse`],
      ['job page', jobPages[0] ?? ''],
    ],
    seconds,
  ),
);

const { published, hidden, forgotten } = await measureFreshness(board);
printTable('Freshness, ms', [
  ['', 'p50', 'p95'],
  ['published: found by search', ms(published.p50), ms(published.p95)],
  ['stopped: shown nowhere', ms(hidden.p50), ms(hidden.p95)],
  ['stopped: out of the index', ms(forgotten.p50), ms(forgotten.p95)],
]);

const memory = board.memory();
printTable('Memory of their own, MB', [
  ['process with the database', memory.database.toFixed(0)],
  ['workerd', memory.worker.toFixed(0)],
]);

const consent = await measureConsent(board.origin, times);
printTable('Consent, ms', [
  ['', 'p50', 'p95'],
  ['a choice recorded', ms(consent.p50), ms(consent.p95)],
]);

const { signIn, doors } = await measureDoors(board, times);
printTable('The doors, ms, median', [
  ['', 'account', 'no account', 'gap'],
  ['sign-in', ms(signIn.p50), '', ''],
  ...doors.map(({ door, known, unknown }) => [door, ms(known.p50), ms(unknown.p50), ms(known.p50 - unknown.p50)]),
]);

const moderation = await measureModeration(board, times);
printTable('Moderation, ms', [
  ['', 'p50', 'p95'],
  ['queue page, 10,000 waiting', ms(moderation.queue.p50), ms(moderation.queue.p95)],
  ['queue page from the middle', ms(moderation.further.p50), ms(moderation.further.p95)],
  ['approved: shown by the API', ms(moderation.shown.p50), ms(moderation.shown.p95)],
  ['approved: found by search', ms(moderation.found.p50), ms(moderation.found.p95)],
]);

const harvest = await measureHarvest(board);
printTable('Contacts', [
  ['of 1,000 ads, a day, to a program in one network', String(harvest.alone)],
  ['the same from forty networks beside each other', String(harvest.together)],
  ['showing one, ms, median', ms(harvest.shown.p50)],
]);

const pages = ['/', '/jobs?q=nurse', new URL(jobPages[0] ?? '/', board.origin).pathname, '/privacy', '/promises', '/cookies/choices'];
const weights = [['first view, gzip bytes', 'HTML', 'CSS', 'JavaScript', 'font', 'all']];
for (const path of pages) {
  const { html, css, js, font } = await weighPage(board.origin, path);
  weights.push([path.replace(/-[a-z2-7]{20}$/, '-…'), ...[html, css, js, font, html + css + js + font].map(String)]);
}
printTable('Weight', weights);

const scores = await measureLighthouse(board.origin, pages);
if (scores === null) console.log('\nLighthouse not asked: there is no Chromium at CHROME_PATH or /usr/bin/chromium.');
else printTable('Lighthouse, a phone on a slow network, nothing compressed', scores);

printTable('Promises', await countPromises(board.origin));
await board.close();

printTable('Mail', [['to an SMTP server on this machine, mails a second', (await measureMail(join(folder, 'mail'), MAILS)).toFixed(0)]]);
printTable('Import', [['JobPosting NDJSON by `npm run import`, jobs a second', (await measureImport(folder)).toFixed(0)]]);
printTable('Retention', [['those jobs once their time is over, deleted a second', (await measureRetention(folder)).toFixed(0)]]);

const meili = process.env['MEILI_URL'];
if (meili === undefined) {
  console.log('\nMeilisearch not measured: set MEILI_URL, MEILI_SEARCH_KEY and MEILI_SYNC_KEY (npm run search:setup prints them).');
} else {
  const server = { url: meili, searchKey: process.env['MEILI_SEARCH_KEY'] ?? '', syncKey: process.env['MEILI_SYNC_KEY'] ?? '' };
  board = await startBenchBoard(folder, { MEILI_URL: meili, MEILI_SEARCH_KEY: server.searchKey, MEILI_SYNC_KEY: server.syncKey });
  printTable('Meilisearch', await measureMeilisearch(board, { rows, times, server }));
  const { found } = await measureModeration(board, times);
  printTable('Moderation, ms', [
    ['', 'p50', 'p95'],
    ['approved: found by search in Meilisearch', ms(found.p50), ms(found.p95)],
  ]);
  await board.close();
}
