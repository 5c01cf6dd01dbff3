import { readFile } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyLog } from '#db/local/empty-log.ts';
import { employerPeopleRepository } from '#db/repositories/employer-people.ts';
import { erasuresRepository } from '#db/repositories/erasures.ts';
import { postActsRepository } from '#db/repositories/post-acts.ts';
import { cases, notices } from '#db/schema/moderation-tables.ts';
import { domainProofs } from '#db/schema/posting-tables.ts';
import { makeAccount } from '#tests/support/accounts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { aGig, makeEmployer, makePost, type TestPost } from '#tests/support/posts.ts';
import { newId } from '#worker/kernel/random.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';

const NOW = Date.now();
const TITLE = 'Pianos tuned by Ottoline Quarrington';
const FLAGS: readonly FlagRaised[] = [{ flag: 'scam-words', field: 'description', quote: 'pay Ottoline beforehand' }];

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase();
});
afterEach(() => fresh.close());

/** How often a word stands in the file of the database. */
async function timesInFile(word: string): Promise<number> {
  emptyLog(fresh.file);
  return (await readFile(fresh.file)).toString('latin1').split(word).length - 1;
}

async function written(author?: TestPost['author']): Promise<TestPost> {
  const content = aGig({ title: TITLE, offeredBy: { name: 'Ottoline Quarrington', website: null } });
  const post = await makePost(fresh.db, {
    state: 'published',
    ...(author === undefined ? {} : { author }),
    content,
    flags: FLAGS,
    now: NOW,
  });
  // Those of the tests are no keyed hashes.
  await fresh.client.execute('delete from post_fingerprints');
  await fresh.db.update(cases).set({ question: 'Are you Ottoline herself?' }).where(eq(cases.jobId, post.id));
  return post;
}

test('whoever deletes an ad leaves no word of it in the queue’s old cases, nor in the file', async () => {
  const { id, author } = await written();
  expect(await timesInFile('Ottoline')).toBeGreaterThan(2);
  expect(await postActsRepository(fresh.db).delete({ id, author, now: NOW })).toBe(true);
  expect(await timesInFile('Ottoline')).toBe(0);
  expect(await fresh.db.select().from(cases)).toMatchObject([
    { state: 'decided', outcome: 'approved', title: '', flags: [], question: null },
  ]);
});

test('the same of whoever deletes the account', async () => {
  const { id: accountId, emailKey } = await makeAccount(fresh.db);
  await written({ is: 'member', accountId });
  const person = { accountId, emailKey, recipient: 'keyed hash' };
  const erased = { person, at: NOW, unusedSince: null };
  expect(await erasuresRepository(fresh.db).erase(erased, { subject: accountId, receipt: null })).toBe(true);
  expect(await timesInFile('Ottoline')).toBe(0);
});

test('nor is a mailbox kept of somebody who showed where they work, and has left the employer or the board', async () => {
  const firm = await makeEmployer(fresh.db);
  for (const { id: accountId, emailKey } of [firm.recruiter, firm.owner]) {
    const proof = {
      employerSeq: firm.seq,
      accountId,
      domain: 'firm.example',
      challenge: newId(),
      claims: false,
      askedAt: NOW,
      expiresAt: NOW,
    };
    const proven = { ...proof, way: 'mail', provenAt: NOW } as const;
    await fresh.db.insert(domainProofs).values([
      { ...proven, id: newId(), mailbox: `ottoline.${accountId}` },
      { ...proven, id: newId(), mailbox: 'postmaster' },
    ]);
    const person = { accountId, emailKey, recipient: 'keyed hash' };
    const left =
      accountId === firm.recruiter.id
        ? employerPeopleRepository(fresh.db).remove({ employerSeq: firm.seq, accountId, by: accountId, lines: [], mails: [] })
        : erasuresRepository(fresh.db).erase({ person, at: NOW, unusedSince: null }, { subject: accountId, receipt: null });
    expect(await left).toBe(true);
    expect(await timesInFile(`ottoline.${accountId}`)).toBe(0);
  }
  expect(await fresh.db.select().from(domainProofs)).toMatchObject([{ mailbox: 'postmaster' }, { mailbox: 'postmaster', accountId: null }]);
});

test('what was reported or decided on keeps its title, for as long as the law wants the decision kept', async () => {
  const { id, author } = await written();
  const notice = { id: newId(), jobId: id, url: 'https://board.example/jobs/a', ground: 'asks-money', sealed: 'sealed', language: 'en' };
  await fresh.db.insert(notices).values({ ...notice, goodFaith: true, danger: false, receivedAt: NOW });
  expect(await postActsRepository(fresh.db).delete({ id, author, now: NOW })).toBe(true);
  expect(await fresh.db.select().from(cases)).toMatchObject([{ title: TITLE }]);
});
