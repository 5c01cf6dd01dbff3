import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { accounts } from '#db/schema/account-tables.ts';
import { seedPersonas } from '#db/seed/personas.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { PERSONAS } from '#worker/accounts/model/personas.ts';
import { ROLES } from '#worker/kernel/actor.ts';

const now = Date.now();

test('a demonstration has somebody for each role: made anew when deleted, left alone when changed', async () => {
  const database = await freshDatabase();
  onTestFinished(() => database.close());
  const { db } = database;
  await seedPersonas(db, now);
  const made = await db.select().from(accounts);
  expect(made.map(({ role }) => role).sort()).toEqual([...ROLES].sort());
  await db.update(accounts).set({ name: 'Another' }).where(eq(accounts.role, 'seeker'));
  await db.delete(accounts).where(eq(accounts.role, 'employer'));
  await seedPersonas(db, now);
  const names = (await db.select().from(accounts)).map(({ name }) => name);
  expect(names).toHaveLength(ROLES.length);
  expect(names).toEqual(expect.arrayContaining(['Another', PERSONAS.employer.name]));
});
