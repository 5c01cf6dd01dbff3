import { eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { networkKeys } from '#db/schema/account-tables.ts';

export type NetworkKeysRepository = ReturnType<typeof networkKeysRepository>;

/** The keys under which networks are hashed: one for each day. */
export function networkKeysRepository(db: Database) {
  return { ofDay: (day: string, fresh: string) => ofDay(db, day, fresh) };
}

/** The key of a day; `fresh` becomes it where there is none yet, and of several at once the first. */
async function ofDay(db: Database, day: string, fresh: string): Promise<string> {
  const find = () => db.select({ key: networkKeys.key }).from(networkKeys).where(eq(networkKeys.day, day));
  const [known] = await find();
  if (known !== undefined) return known.key;
  const [, [made]] = await db.batch([db.insert(networkKeys).values({ day, key: fresh }).onConflictDoNothing(), find()]);
  return made?.key ?? fresh;
}
