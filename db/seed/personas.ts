import type { Database } from '#db/client.ts';
import { accounts } from '#db/schema/account-tables.ts';
import { PERSONAS } from '#worker/accounts/model/personas.ts';
import { firstLanguage } from '#worker/board/model/first-language.ts';
import { board } from '#worker/board/model/this-board.ts';
import { ROLES } from '#worker/kernel/actor.ts';
import { newId } from '#worker/kernel/random.ts';
import { newestVersion } from '#worker/promises/model/versions.ts';

/** No text hashes to it: nobody signs in as them by a password. */
const NO_PASSWORD = '!';

/** Gives a demonstration board somebody for each role to sign in as. Whoever was deleted is made anew. */
export async function seedPersonas(db: Database, now: number): Promise<void> {
  const { version } = newestVersion(board);
  const rows = ROLES.map((role) => ({
    id: newId(),
    email: PERSONAS[role].email,
    emailKey: PERSONAS[role].email,
    passwordHash: NO_PASSWORD,
    role,
    name: PERSONAS[role].name,
    language: firstLanguage(board),
    createdAt: now,
    termsVersion: version,
    privacyVersion: version,
    acceptedAt: now,
    statedAge: board.minimumAge,
    activeAt: now,
  }));
  await db.insert(accounts).values(rows).onConflictDoNothing();
}
