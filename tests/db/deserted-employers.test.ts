import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jobWrites } from '#db/repositories/job-writes.ts';
import { retentionRepository } from '#db/repositories/retention.ts';
import { domainProofs, employerChanges, employerMembers, employerMerges, pictures } from '#db/schema/posting-tables.ts';
import { employers, jobs, sources } from '#db/schema/tables.ts';
import { makeAccount } from '#tests/support/accounts.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { addEmployer, aJob, DAY, NOON } from '#tests/support/jobs.ts';
import { newProof } from '#worker/employers/ask-proof.ts';

let fresh: FreshDatabase;
let imported: number;
beforeEach(async () => {
  fresh = await freshDatabase();
  await fresh.db.insert(sources).values({ id: 's', name: 'feed', firstImportedAt: NOON, lastImportedAt: NOON });
  imported = await addEmployer(fresh.db, 'Anna Andersson');
  await fresh.db.update(employers).set({ sourceId: 's' }).where(eq(employers.seq, imported));
});
afterEach(() => fresh.close());

/** Somebody's firm with members, of which no import knows. */
async function owned(name: string): Promise<number> {
  const seq = await addEmployer(fresh.db, name);
  const { id: accountId } = await makeAccount(fresh.db);
  await fresh.db.insert(employerMembers).values({ employerSeq: seq, accountId, role: 'owner', since: NOON });
  return seq;
}

async function stoppedAd(employerSeq: number): Promise<void> {
  const job = aJob(employerSeq);
  await jobWrites(fresh.db).publish([job]);
  await jobWrites(fresh.db).stop([job.id], NOON);
}

async function removeStopped(now: number): Promise<number | undefined> {
  const run = { rule: 'stopped-jobs', slot: 1 };
  return retentionRepository(fresh.db)['stopped-jobs']?.remove({ cutoff: now - 30 * DAY, now, limit: 10, run });
}

const names = async () => (await fresh.db.select({ name: employers.name }).from(employers)).map(({ name }) => name).toSorted();

test('a claim on an imported employer keeps it, and keeps no ad beyond its period; given up, it goes', async () => {
  await stoppedAd(imported);
  const { id: accountId } = await makeAccount(fresh.db);
  const wanted = { employerSeq: imported, accountId, domain: 'firm.example', way: 'dns', mailbox: null, claims: true } as const;
  const claim = newProof(wanted, NOON + 29 * DAY);
  await fresh.db.insert(domainProofs).values(claim);
  expect(await removeStopped(NOON + 30 * DAY)).toBe(1);
  expect(await fresh.db.select().from(jobs)).toEqual([]);
  expect(await names()).toEqual(['Anna Andersson']);
  await removeStopped(claim.expiresAt);
  expect(await names()).toEqual([]);
  expect(await fresh.db.select().from(domainProofs)).toEqual([]);
});

test('employers that were made one hold up the end of no ad; the one that is part of another stays as long as that', async () => {
  const firm = await owned('Firm');
  await fresh.db.insert(employerMerges).values({ id: 'm', fromSeq: imported, intoSeq: firm, at: NOON, moved: {} });
  await fresh.db.update(employers).set({ mergedInto: firm }).where(eq(employers.seq, imported));
  await stoppedAd(firm);
  expect(await removeStopped(NOON + 30 * DAY)).toBe(1);
  await fresh.db.delete(employerMerges);
  await removeStopped(NOON + 61 * DAY);
  expect(await names()).toEqual(['Anna Andersson', 'Firm']);
  await fresh.db.delete(employerMembers);
  await removeStopped(NOON + 62 * DAY);
  await removeStopped(NOON + 63 * DAY);
  expect(await names()).toEqual([]);
});

test('an employer that all its people have left goes with its last ad, and its logo and proofs with it', async () => {
  const firm = await owned('Firm');
  await stoppedAd(firm);
  const wanted = { employerSeq: firm, accountId: null, domain: 'firm.example', way: 'dns', mailbox: null, claims: false } as const;
  await fresh.db.insert(domainProofs).values({ ...newProof({ ...wanted, accountId: '' }, NOON), accountId: null, provenAt: NOON });
  await fresh.db
    .insert(pictures)
    .values({ id: 'logo', employerSeq: firm, type: 'image/png', width: 1, height: 1, bytes: 1, createdAt: NOON });
  await removeStopped(NOON + DAY);
  expect(await names()).toContain('Firm');
  await fresh.db.delete(employerMembers);
  await removeStopped(NOON + 30 * DAY);
  expect(await names()).toEqual([]);
  expect(await fresh.db.select().from(domainProofs)).toEqual([]);
  expect(await fresh.db.select().from(pictures)).toMatchObject([{ id: 'logo', employerSeq: null, replacedAt: NOON + 30 * DAY }]);
});

test('nor does a wish to change an employer that nobody works for any more hold up the end of ads', async () => {
  await stoppedAd(imported);
  await fresh.db.insert(employerChanges).values({ id: 'c', employerSeq: imported, wanted: { name: 'Anna' }, askedBy: null, askedAt: NOON });
  expect(await removeStopped(NOON + 30 * DAY)).toBe(1);
  expect(await names()).toEqual(['Anna Andersson']);
});
