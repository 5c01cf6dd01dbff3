import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getTableName } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { employersRepository } from '#db/repositories/employers.ts';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { publicJobsRepository } from '#db/repositories/public-jobs.ts';
import * as accountTables from '#db/schema/account-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, NOON } from '#tests/support/jobs.ts';
import { proves } from '#tests/support/proves.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = ['db', 'search', 'worker', 'site'];

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

interface Source {
  readonly path: string;
  /** Without comments. */
  readonly code: string;
}

async function sources(): Promise<readonly Source[]> {
  const files = await Promise.all(
    SOURCES.map((folder) => readdir(join(ROOT, folder), { recursive: true }).then((names) => names.map((name) => join(folder, name)))),
  );
  const paths = files.flat().filter((path) => /\.(ts|tsx|astro|mjs)$/.test(path));
  return Promise.all(paths.map(async (path) => ({ path, code: withoutComments(await readFile(join(ROOT, path), 'utf8')) })));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

const naming = async (words: RegExp) => (await sources()).filter(({ code }) => words.test(code)).map(({ path }) => path);

test('the view of public ads has one door', async () => {
  expect(await naming(/public_jobs/)).toEqual(['db/repositories/public-jobs.ts']);
});

test(
  'contacts have one reader, and only the acts of showing one and of writing to one are given it',
  proves('contacts-hidden'),
  async () => {
    expect(await naming(/((?<!delete )from|join|Join)\s*\(?\s*(jobContacts|job_contacts)/)).toEqual(['db/repositories/job-contacts.ts']);
    expect(await naming(/jobContactsRepository/)).toEqual(['db/repositories/job-contacts.ts', 'worker/container/relay.ts']);
    // An ad itself learns no more than of which kinds they are.
    const elsewhere = (await naming(/jobContacts\b/)).filter((path) => !path.startsWith('db/') && path !== 'worker/container/relay.ts');
    const acts = ['worker/relay/hand-on.ts', 'worker/relay/show-contact.ts', 'worker/relay/write-message.ts'];
    expect([...elsewhere].sort()).toEqual(['worker/jobs/view-job.ts', ...acts]);
    const reading = (await naming(/jobContacts\.(shown|goalOf)\b|JobContactsRepository, '(?!kindsOf')/)).filter(
      (path) => !path.startsWith('db/'),
    );
    expect(reading.sort()).toEqual(acts);
  },
);

test('no column outside job_contacts and the tables of accounts is for contacts, and the view has none', async () => {
  const ofAccounts = Object.values(accountTables).map(getTableName);
  const { rows } = await fresh.client.execute(`
    select m.name || '.' || c.name as label from sqlite_master as m join pragma_table_info(m.name) as c
    where m.type in ('table', 'view') and m.name <> 'job_contacts'`);
  const columns = rows.map(({ label }) => String(label));
  expect(columns).toContain('public_jobs.apply_by');
  const others = columns.filter((label) => !ofAccounts.some((table) => label.startsWith(`${table}.`)));
  // Of the people of employers: whom a colleague invited, and which of the four standard mailboxes of a domain was written to.
  const ofPeople = ['domain_proofs.mailbox', 'employer_invitations.email', 'employer_invitations.email_key'];
  expect(others.filter((label) => /mail|phone|contact|messenger|tel\b/i.test(label)).sort()).toEqual(ofPeople);
});

test('a private address is in no public answer and in no other table', proves('contacts-hidden'), async () => {
  const hospital = await addEmployer(fresh.db, 'Hospital');
  const job = aJob(hospital, { applyBy: 'mail', contacts: [{ kind: 'mail', value: 'ward@secret.example', forApplying: true }] });
  await jobWrites(fresh.db).publish([job]);
  const seen = publicJobsRepository(fresh.db);
  const answers = await Promise.all([
    seen.find(job.id, NOON),
    seen.hydrate([job.id], NOON),
    seen.ofEmployer('hospital', { now: NOON, limit: 1 }),
    seen.page(null, { now: NOON, limit: 1 }),
    seen.bySeq([1], NOON),
    employersRepository(fresh.db).findPublic('hospital'),
  ]);
  expect(answers[0]).toMatchObject({ apply: { by: 'mail' } });
  expect(JSON.stringify([answers, await everyOtherTable()])).not.toContain('secret.example');
});

async function everyOtherTable(): Promise<readonly unknown[]> {
  const { rows } = await fresh.client.execute(
    "select name from sqlite_master where type in ('table', 'view') and name <> 'job_contacts' and name not like 'sqlite_%'",
  );
  return Promise.all(rows.map(async ({ name }) => (await fresh.client.execute(`select * from "${String(name)}"`)).rows));
}
