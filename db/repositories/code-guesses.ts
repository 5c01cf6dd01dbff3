import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { attempts } from '#db/schema/account-tables.ts';
import { FIRST_PAUSE_MS, FREE_CODE_GUESSES, LONGEST_PAUSE_DOUBLINGS } from '#worker/accounts/model/code-guesses.ts';

/** How often codes were guessed, under a keyed hash of whose they are. */
export function codeGuessesRepository(db: Database) {
  return {
    count: (subject: string, now: number) => countGuess(db, { subject, now }),
    forget: async (subject: string) => {
      await db.delete(attempts).where(eq(attempts.subject, subject));
    },
  };
}

/** Counts a guess before it is looked at, so that a hundred at once are no more than five. False while the next one has to wait. */
async function countGuess(db: Database, { subject, now }: { readonly subject: string; readonly now: number }): Promise<boolean> {
  const failures = sql`${attempts.failures} + 1`;
  const doublings = sql`min(${failures} - ${FREE_CODE_GUESSES}, ${LONGEST_PAUSE_DOUBLINGS})`;
  const waitUntil = sql`case when ${failures} >= ${FREE_CODE_GUESSES} then ${now} + (${FIRST_PAUSE_MS} << ${doublings}) else 0 end`;
  const counted = await db
    .insert(attempts)
    .values({ subject, failures: 1, firstAt: now, lastAt: now, waitUntil: 0 })
    .onConflictDoUpdate({
      target: attempts.subject,
      set: { failures, lastAt: now, waitUntil },
      setWhere: sql`${attempts.waitUntil} <= ${now}`,
    })
    .returning({ failures: attempts.failures });
  return counted.length > 0;
}
