import { afterAll, beforeAll, expect, test } from 'vitest';
import { retentionRepository } from '#db/repositories/retention.ts';
import { domainProofs, employerInvitations } from '#db/schema/posting-tables.ts';
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

test('the pages about employers have somebody who looks at them', async () => {
  const cookieOf = await lookers({ database });
  for (const looker of ['owner', 'join-employer', 'prove-domain'] as const) expect(cookieOf(looker)).toContain('=');
  await lookers({ database });
});
