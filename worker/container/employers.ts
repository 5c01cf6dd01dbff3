import type { Database } from '#db/client.ts';
import { employerMembersRepository } from '#db/repositories/employer-members.ts';

/** What employers and those who work for them are given. */
export function employerParts(db: Database) {
  return { employerMembers: employerMembersRepository(db) };
}
