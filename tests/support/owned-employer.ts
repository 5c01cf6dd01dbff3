import { eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { domainProofs, employerInvitations, employerMembers } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';
import type { TestAccount } from '#tests/support/accounts.ts';
import { makeEmployer, type TestEmployer } from '#tests/support/posts.ts';
import { newProof } from '#worker/employers/ask-proof.ts';
import { newId } from '#worker/kernel/random.ts';

/** An employer with people, an invitation and two proofs that wait; the id is the same in every database. */
export const OWNED_EMPLOYER = 'aaaaaaaaaaaaaaemploy';

/** Makes it, or finds the one that stands there: answers its owner. */
export async function ownedEmployer(db: Database): Promise<TestAccount> {
  await makeAnew(db);
  const firm = await makeEmployer(db, { id: OWNED_EMPLOYER, name: 'Pelham Harbour Workshop', website: 'https://pelham-workshop.com/' });
  await invited(db, firm);
  for (const way of ['dns', 'file'] as const) await db.insert(domainProofs).values(proofOf(firm, way));
  return firm.owner;
}

/** An invitation to it, or another like it, by its id. */
export async function anInvitation(db: Database): Promise<string> {
  return invited(db, await makeEmployer(db, { name: 'Pelham Harbour Garden' }));
}

/** A proof by mail, by its id. */
export async function aProof(db: Database): Promise<string> {
  const proof = { ...proofOf(await makeEmployer(db, { name: 'Pelham Harbour Inn' }), 'mail'), mailbox: 'postmaster' };
  await db.insert(domainProofs).values(proof);
  return proof.id;
}

async function makeAnew(db: Database): Promise<void> {
  const [old] = await db.select({ seq: employers.seq }).from(employers).where(eq(employers.id, OWNED_EMPLOYER));
  if (old === undefined) return;
  for (const table of [domainProofs, employerInvitations, employerMembers]) await db.delete(table).where(eq(table.employerSeq, old.seq));
  await db.delete(employers).where(eq(employers.seq, old.seq));
}

async function invited(db: Database, { seq, owner }: TestEmployer): Promise<string> {
  const id = newId();
  const email = `colleague-${id}@mail.example`;
  const times = { createdAt: Date.now(), expiresAt: Date.now() + 86_400_000 };
  await db
    .insert(employerInvitations)
    .values({ id, employerSeq: seq, email, emailKey: email, role: 'recruiter', invitedBy: owner.id, ...times });
  return id;
}

function proofOf({ seq, owner }: TestEmployer, way: 'mail' | 'dns' | 'file') {
  return newProof({ employerSeq: seq, accountId: owner.id, domain: 'pelham-workshop.com', way, mailbox: null, claims: false }, Date.now());
}
