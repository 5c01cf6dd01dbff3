import { gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { importText } from '#tests/support/import-feed.ts';
import { proves } from '#tests/support/proves.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
let database: FreshDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

const posting = (rest: Record<string, unknown> = {}) => ({
  '@context': 'https://schema.org/',
  '@type': 'JobPosting',
  title: 'Nurse',
  description: '<p>Care for <b>people</b>.</p>',
  datePosted: '2026-11-20',
  validThrough: '2026-12-24T23:59:00+01:00',
  employmentType: ['FULL_TIME', 'PART_TIME'],
  identifier: { '@type': 'PropertyValue', name: 'Vård AB', value: 'V-1' },
  hiringOrganization: { '@type': 'Organization', name: 'Vård AB', sameAs: 'https://vard.example/' },
  jobLocation: {
    '@type': 'Place',
    address: { '@type': 'PostalAddress', streetAddress: 'Storgatan 1', addressLocality: 'Stockholm', addressCountry: 'SE' },
  },
  baseSalary: {
    '@type': 'MonetaryAmount',
    currency: 'SEK',
    value: { '@type': 'QuantitativeValue', minValue: 35000, maxValue: 40000, unitText: 'MONTH' },
  },
  url: 'https://vard.example/jobs/1',
  ...rest,
});

const JOBS = sql`
  select j.title, j.description, j.language, j.category, j.employment_types as types, j.salary_currency as currency, j.salary_min as "min", j.salary_max as "max",
    j.salary_period as period, j.posted_at as posted, j.valid_through as until, j.apply_by as "applyBy", j.apply_url as "applyUrl", j.reference_id as reference,
    j.remote, j.remote_countries as "remoteCountries", e.name as employer, e.website,
    (select group_concat(p.name || '/' || coalesce(p.place_id, '-') || '/' || p.country, '; ') from job_places p where p.job_seq = j.seq) as places
  from jobs j join employers e on e.seq = j.employer_seq where j.source_id is not null order by j.seq`;

async function jobs(): Promise<readonly Record<string, unknown>[]> {
  return database.db.all(JOBS);
}

async function titles(): Promise<readonly unknown[]> {
  return (await jobs()).map(({ title }) => title);
}

test('reads everything that a JobPosting says', async () => {
  await importText(database, JSON.stringify(posting()), { now: NOW, source: 'vard' });
  expect(await jobs()).toEqual([
    {
      title: 'Nurse',
      description: 'Care for **people**.',
      language: 'en',
      category: 'other',
      types: '["full-time","part-time"]',
      currency: 'SEK',
      min: 3_500_000,
      max: 4_000_000,
      period: 'month',
      posted: Date.UTC(2026, 10, 19, 23),
      until: Date.UTC(2026, 11, 24, 22, 59),
      applyBy: 'url',
      applyUrl: 'https://vard.example/jobs/1',
      reference: 'V-1',
      remote: null,
      remoteCountries: '[]',
      employer: 'Vård AB',
      website: 'https://vard.example/',
      places: 'Stockholm/2673730/SE',
    },
  ]);
});

const two = [posting({ title: 'One', identifier: '1' }), posting({ title: 'Two', identifier: '2' })];

test.each([
  ['an array', JSON.stringify(two)],
  ['a graph', JSON.stringify({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, ...two] })],
  ['JSON lines', two.map((one) => JSON.stringify(one)).join('\n')],
  ['JSON in UTF-16', Buffer.from(`\ufeff${JSON.stringify(two)}`, 'utf16le')],
  ['gzipped JSON', gzipSync(JSON.stringify(two))],
  [
    'a page with JSON-LD',
    `<!DOCTYPE html><html><head><title>x</title><script type="application/ld+json">${JSON.stringify(two)}</script></head><body>x</body></html>`,
  ],
  [
    'a long array',
    `[${two.map((one) => JSON.stringify(one)).join(',')}${`,${JSON.stringify({ filler: 'x"}{[\\'.repeat(2_000) })}`.repeat(30)}]`,
  ],
  ['a long object', `{"count": 2, "jobs": [${two.map((one) => JSON.stringify(one)).join(',')}], "filler": "${'}]'.repeat(200_000)}"}`],
])('reads postings from %s', async (_, content) => {
  const summary = await importText(database, content, { now: NOW, source: 'feed' });
  expect(await titles()).toEqual(['One', 'Two']);
  expect(summary.isComplete).toBe(true);
});

test('reads an Indeed-style feed and calls the source by its publisher', async () => {
  const summary = await importText(
    database,
    `<?xml version="1.0" encoding="utf-8"?><source><publisher>Board of Jobs</publisher><publisherurl>https://jobs.example</publisherurl>
    <job><title><![CDATA[Bus driver]]></title><date><![CDATA[Fri, 20 Nov 2026 10:00:00 GMT]]></date><referencenumber>B7</referencenumber><url>https://jobs.example/7</url>
    <company>Bus &amp; Co</company><city>Springfield</city><state>Illinois</state><country>US</country><postalcode>62701</postalcode>
    <description><![CDATA[<p>Drive.</p><ul><li>Early</li><li>Late</li></ul>]]></description><salary>$25 - $30 an hour</salary><jobtype>part-time</jobtype><category>Transport and logistics</category></job></source>`,
    { now: NOW },
  );
  expect(summary.source).toBe('Board of Jobs');
  expect(await jobs()).toMatchObject([
    {
      title: 'Bus driver',
      description: 'Drive.\n\n- Early\n- Late',
      employer: 'Bus & Co',
      places: 'Springfield/4250542/US',
      currency: 'USD',
      min: 2500,
      max: 3000,
      period: 'hour',
      types: '["part-time"]',
      category: 'transport',
      posted: Date.UTC(2026, 10, 20, 10),
      reference: 'B7',
      applyUrl: 'https://jobs.example/7',
    },
  ]);
});

test('reads RSS and Atom', async () => {
  await importText(
    database,
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>City jobs</title><item><title>Clerk</title><link>https://city.example/1</link>
    <guid>1</guid><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate><description>&lt;p&gt;Sort &amp;amp; file.&lt;/p&gt;</description></item></channel></rss>`,
    { now: NOW },
  );
  await importText(
    database,
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Town jobs</title><entry><title>Baker</title><id>tag:1</id><link href="https://town.example/1"/><updated>2026-11-20T10:00:00Z</updated>
    <author><name>Town Bakery</name></author><content type="html">&lt;b&gt;Bake&lt;/b&gt; bread.</content></entry></feed>`,
    { now: NOW },
  );
  expect(await jobs()).toMatchObject([
    { title: 'Clerk', employer: 'City jobs', description: 'Sort & file.', applyUrl: 'https://city.example/1' },
    { title: 'Baker', employer: 'Town Bakery', description: '**Bake** bread.', applyUrl: 'https://town.example/1' },
  ]);
});

test('refuses XML with a document type', async () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "aaaa">]><source><job><title>&a;</title></job></source>';
  await expect(importText(database, bomb, { now: NOW })).rejects.toThrow('DOCTYPE');
  expect(await jobs()).toEqual([]);
});

test('leaves nothing of hostile HTML but its text', proves('hostile-text-harmless'), async () => {
  const description = `<p onclick="steal()">Work <a href="javascript:steal()">here</a>, <a href="http://plain.example">there</a> or <a href="https://good.example/x">everywhere</a>.</p>
    <script>steal()</script><style>body{display:none}</style><img src=x onerror=steal()><iframe src="https://evil.example"></iframe><svg onload=steal()><text>steal</text></svg>
    <p>&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(2)) ![x](https://evil.example/pixel)\u202e\u0000</p>`;
  await importText(
    database,
    JSON.stringify(
      posting({
        title: 'Nurse\u0000<b>\u200b',
        description,
        url: 'javascript:steal()',
        hiringOrganization: { name: 'X', url: 'http://x.example' },
      }),
    ),
    { now: NOW, source: 'feed' },
  );
  const [job] = await jobs();
  expect(job).toMatchObject({ title: 'Nurse<b>', applyBy: 'reference', applyUrl: null, website: null });
  expect(job?.['description']).toBe(
    'Work here, there or [everywhere](<https://good.example/x>).\n\n\\<script>alert(1)\\</script> [x]\\(javascript:alert(2)) ![x]\\(https://evil.example/pixel)',
  );
});

test('keeps contacts out of every public text, and apart', proves('contacts-hidden'), async () => {
  const secrets = ['anna.svensson@vard.example', 'anna (at) vard (dot) example', '+46 8 123 456 78', '@anna_vard'];
  const [plain, disguised, phone, handle] = secrets;
  await importText(
    database,
    JSON.stringify(
      posting({
        title: `Nurse, call ${phone}`,
        description: `<p>Write to <a href="mailto:${plain}">Anna</a> or ${disguised}, Telegram: ${handle}</p>`,
        skills: ['Care', `ask ${plain}`],
        applicationContact: { '@type': 'ContactPoint', email: 'apply@vard.example', telephone: '+46 70 000 00 00' },
        url: 'https://vard.example/?mail=jobs@vard.example',
      }),
    ),
    { now: NOW, source: 'feed' },
  );
  const dump = JSON.stringify([
    await jobs(),
    await database.db.all(sql`select skills from jobs`),
    await database.db.all(sql`select * from public_jobs`),
    await database.db.all(sql`select * from employers`),
  ]);
  for (const secret of [...secrets, 'apply@vard.example', 'jobs@vard.example', '70 000']) expect(dump).not.toContain(secret);
  expect(dump).toContain('[show contact]');
  expect(await jobs()).toMatchObject([{ applyBy: 'mail', applyUrl: null }]);
  const kept = await database.db.all(sql`select kind, value, for_applying as "forApplying" from job_contacts order by kind, value`);
  expect(kept).toContainEqual({ kind: 'mail', value: 'apply@vard.example', forApplying: 1 });
  expect(kept).toContainEqual({ kind: 'messenger', value: '@anna_vard', forApplying: 0 });
  expect(kept).toContainEqual({ kind: 'phone', value: '+46 8 123 456 78', forApplying: 0 });
});

test('reports a bad ad with its line and reason, and takes the others', async () => {
  const lines = [
    JSON.stringify(posting({ title: '' })),
    '{"@type": "JobPosting", broken',
    JSON.stringify(posting({ title: 'Good', identifier: '3' })),
    JSON.stringify(posting({ description: ' ', identifier: '4' })),
  ];
  const summary = await importText(database, lines.join('\n'), { now: NOW, source: 'feed' });
  expect(summary).toMatchObject({ created: 1, refused: 3 });
  expect(summary.problems.map(({ line, field }) => [line, field])).toEqual([
    [1, 'title'],
    [2, 'line'],
    [4, 'description'],
  ]);
  expect(await titles()).toEqual(['Good']);
});

test('says in one sentence when there is nothing to import', async () => {
  await expect(importText(database, '  \n', { now: NOW })).rejects.toThrow('The file is empty');
  await expect(importText(database, '{"hello": "world"}', { now: NOW })).rejects.toThrow('holds no job ads');
  await expect(importText(database, 'a,b\n1,2\n', { now: NOW })).rejects.toThrow('No mapping fits the columns');
  await expect(importText(database, Buffer.from([0, 1, 2, 3]), { now: NOW })).rejects.toThrow('is no text');
});

test('does not post an ad in the future, or renew its day', async () => {
  await importText(database, JSON.stringify(posting({ datePosted: '2027-01-01' })), { now: NOW, source: 'feed' });
  expect(await jobs()).toMatchObject([{ posted: NOW }]);
  await importText(database, JSON.stringify(posting({ datePosted: '2026-11-22' })), { now: NOW + 5 * DAY, source: 'feed' });
  expect((await jobs())[0]?.['posted']).toBeLessThanOrEqual(NOW);
});

test('refuses an ad whose dates cannot be read, and says which', async () => {
  const feed = [
    posting({ datePosted: 'rubbish' }),
    posting({ validThrough: 'next week', identifier: 'V-2' }),
    posting({ identifier: 'V-3' }),
  ];
  const summary = await importText(database, JSON.stringify(feed), { now: NOW, source: 'vard' });
  expect(summary).toMatchObject({ created: 1, refused: 2 });
  expect(summary.problems.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
    'posted is no date that we can read',
    'until is no date that we can read',
  ]);
});
