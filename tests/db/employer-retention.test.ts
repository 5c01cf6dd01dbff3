import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCaseStatements } from '#db/repositories/cases.ts';
import { retentionRepository } from '#db/repositories/retention.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { cases } from '#db/schema/moderation-tables.ts';
import { domainProofs, employerChanges, employerInvitations } from '#db/schema/posting-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { lookers } from '#tests/support/lookers.ts';
import { makeEmployer } from '#tests/support/posts.ts';
import { newProof } from '#worker/employers/ask-proof.ts';

const DAY = 86_400_000;

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test('invitations end after their week, and proofs that came to nothing after a month; one that holds stays', async () => {
  const { db } = database;
  const { seq, owner } = await makeEmployer(db);
  const now = Date.now();
  const asked = { employerSeq: seq, emailKey: 'a@b.example', email: 'a@b.example', role: 'recruiter', invitedBy: owner.id } as const;
  await db.insert(employerInvitations).values({ ...asked, id: 'an-invitation', createdAt: now - 8 * DAY, expiresAt: now - DAY });
  const wanted = { employerSeq: seq, accountId: owner.id, domain: 'firm.com', way: 'dns', mailbox: null, claims: false } as const;
  const [lapsed, held] = [newProof(wanted, now - 60 * DAY), { ...newProof(wanted, now - 60 * DAY), provenAt: now - 60 * DAY }];
  await db.insert(domainProofs).values([lapsed, held]);
  const rules = retentionRepository(db);
  expect(await rules['invitations']?.survey({ cutoff: now - 7 * DAY, now })).toMatchObject({ due: 1 });
  expect(await rules['domain-proofs']?.survey({ cutoff: now - 30 * DAY, now })).toMatchObject({ due: 1 });
});

test('a change of an employer that nobody decides on goes after a month, and its case with it', async () => {
  const { db } = database;
  const { seq, owner } = await makeEmployer(db);
  const now = Date.now();
  const wanted = { name: 'New name', website: null };
  await db.insert(employerChanges).values({ id: 'a-change', employerSeq: seq, askedBy: owner.id, wanted, askedAt: now - 31 * DAY });
  const opened = { id: 'a-case', kind: 'employer', jobId: null, employerSeq: seq, subjectId: 'a-change', title: 'New name' } as const;
  await runBatch(db, openCaseStatements(db, { ...opened, openedAt: now - 31 * DAY }));
  const rule = retentionRepository(db)['drafts'];
  expect(await rule?.survey({ cutoff: now - 30 * DAY, now })).toMatchObject({ due: 1 });
  expect(await rule?.remove({ cutoff: now - 30 * DAY, now, limit: 100, run: { rule: 'drafts', slot: 1 } })).toBe(1);
  expect(await db.select().from(employerChanges)).toEqual([]);
  expect(await db.select().from(cases).where(eq(cases.id, 'a-case'))).toMatchObject([{ state: 'withdrawn' }]);
});

test('the pages about employers have somebody who looks at them', async () => {
  const cookieOf = await lookers({ database });
  for (const looker of ['owner', 'join-employer', 'prove-domain'] as const) expect(cookieOf(looker)).toContain('=');
  await lookers({ database });
});
