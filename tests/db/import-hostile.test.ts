import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { importText } from '#tests/support/import-feed.ts';

const now = Date.UTC(2026, 10, 22, 12);
let database: FreshDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

const posting = (rest: Record<string, unknown> = {}) => ({
  '@type': 'JobPosting',
  identifier: 'K-1',
  title: 'Nurse',
  hiringOrganization: 'Ward Ltd',
  description: '<p>Care for people.</p>',
  ...rest,
});

const ads = () =>
  database.db.all<{ title: string; description: string; category: string }>(sql`select title, description, category from jobs`);

test('half characters in a feed are left out, and the ads can be read', async () => {
  const half = '\ud83d';
  const feed = [
    posting({
      title: `Nurse${half}`,
      hiringOrganization: `Ward${half}`,
      description: `Care${half} for people`,
      skills: `a${half}`,
      identifier: `K${half}`,
      jobLocation: { address: { addressLocality: `Stockholm${half}`, streetAddress: `Road ${half}`, addressCountry: 'SE' } },
      applicationContact: { telephone: `+46 8 1234567${half}`, email: `a${half}@b.example` },
      url: `https://x.example/${half}`,
      inLanguage: `en${half}`,
    }),
  ];
  expect(await importText(database, JSON.stringify(feed), { now })).toMatchObject({ created: 1 });
  expect(await ads()).toEqual([{ title: 'Nurse', description: 'Care for people', category: 'other' }]);
});

test('an element of an inherited name is an element like any other', async () => {
  await importText(database, JSON.stringify(posting({ description: '<p>Care <constructor>for</constructor> people.</p>' })), { now });
  expect((await ads())[0]?.description).toBe('Care for people.');
});

test('a text that is nested thousands of times is no text', async () => {
  const deep = `${'['.repeat(50_000)}"x"${']'.repeat(50_000)}`;
  const feed = `[${JSON.stringify(posting())},${JSON.stringify(posting({ title: 'DEEP' })).replace('"DEEP"', deep)}]`;
  expect(await importText(database, feed, { now })).toMatchObject({ created: 1, refused: 1, problems: [{ field: 'title' }] });
});

test('JSON that never stops opening is refused', async () => {
  await expect(importText(database, '['.repeat(400_000), { now })).rejects.toThrow('nested deeper than 1000 levels');
});

test('an item of very many or very deep elements is read as far as an ad may go', async () => {
  const many = '<skills>a</skills>'.repeat(100_000);
  const deep = `${'<a>x'.repeat(20_000)}${'</a>'.repeat(20_000)}`;
  const item = '<title>Nurse</title><company>Ward</company><description>Care</description>';
  const feed = `<source><job>${item}${many}</job><job><referencenumber>2</referencenumber>${item}${deep}</job></source>`;
  expect(await importText(database, feed, { now })).toMatchObject({ created: 2, isComplete: true });
});

test('a compressed feed of one endless element is refused before it fills the memory', async () => {
  const bomb = gzipSync(`<source><job><title>${'a'.repeat(60_000_000)}</title></job></source>`);
  await expect(importText(database, bomb, { now })).rejects.toThrow('longer than 20 MB');
});

test('a cell that names what every object inherits translates to nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keepword-mapping-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const mapping = join(folder, 'mapping.json');
  const values = { a: 'health' };
  const columns = { source: 'S', key: 'k', title: { from: 't', values: { a: 'b' } }, employer: 'e', description: { from: 'd' } };
  writeFileSync(mapping, JSON.stringify({ ...columns, category: { from: 'c', values, refine: {} } }));
  const feed = 'k,t,e,d,c\n1,constructor,Ward,Care for people,toString\n';
  expect(await importText(database, feed, { now, mapping })).toMatchObject({ created: 1 });
  expect(await ads()).toEqual([{ title: 'constructor', description: 'Care for people', category: 'other' }]);
});

test('contacts are kept out of postal codes and of the name of the source, and behind marks', async () => {
  const address = { addressLocality: 'Stockholm', addressCountry: 'SE', postalCode: 'a@b.example' };
  const item = posting({ jobLocation: { address }, description: '<p>Write to jane<b>@</b>firma.example</p>' });
  await importText(database, JSON.stringify(item), { now });
  const xml =
    '<source><publisher>Jobs of jobs@firma.example</publisher><job><title>A</title><company>B</company><description>C</description></job></source>';
  await importText(database, xml, { now });
  const texts = await database.db.all(
    sql`select name as text from sources union all select postal_code from job_places union all select description from jobs`,
  );
  expect(JSON.stringify(texts)).not.toContain('example');
  expect(await database.db.all(sql`select value from job_contacts order by value`)).toEqual([
    { value: 'a@b.example' },
    { value: 'jane@firma.example' },
  ]);
});

test('an ad that leads to a page of the board that does something is not taken over, and the report says why', async () => {
  const trap = 'https://board.example/contacts/abcdefghijklmnopqrst';
  const feed = [
    posting({ description: `<p>Apply <a href="${trap}">here</a>.</p>`, identifier: 'text' }),
    posting({ url: trap, identifier: 'link' }),
    posting({ description: '<p>See <a href="https://board.example/jobs">our other ads</a>.</p>', identifier: 'fine' }),
  ];
  const { problems } = await importText(database, JSON.stringify(feed), { now, publicUrl: 'https://board.example' });
  expect(problems.map(({ key, field, reason }) => [key, field, reason])).toEqual([
    ['text', 'description', expect.stringContaining('does something')],
    ['link', 'applyUrl', expect.stringContaining('does something')],
  ]);
  expect(await ads()).toHaveLength(1);
});
