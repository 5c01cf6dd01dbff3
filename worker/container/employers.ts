import type { Database } from '#db/client.ts';
import { domainProofsRepository } from '#db/repositories/domain-proofs.ts';
import { employerChangesRepository } from '#db/repositories/employer-changes.ts';
import { employerMembersRepository } from '#db/repositories/employer-members.ts';
import { employerMergesRepository } from '#db/repositories/employer-merges.ts';
import { employerPeopleRepository } from '#db/repositories/employer-people.ts';
import { employerProfilesRepository } from '#db/repositories/employer-profiles.ts';
import { employerStandingRepository } from '#db/repositories/employer-standing.ts';
import { lookAlikesRepository } from '#db/repositories/look-alikes.ts';
import { picturesRepository } from '#db/repositories/pictures.ts';
import { issueLink } from '#worker/accounts/link-tokens.ts';

/** What employers and those who work for them are given. */
export function employerParts(db: Database) {
  return {
    employerMembers: employerMembersRepository(db),
    employerProfiles: employerProfilesRepository(db),
    employerPeople: employerPeopleRepository(db),
    employerChanges: employerChangesRepository(db),
    domainProofs: domainProofsRepository(db),
    pictures: picturesRepository(db),
    employerStanding: employerStandingRepository(db),
    employerMerges: employerMergesRepository(db),
    lookAlikes: lookAlikesRepository(db),
    issueLink,
  };
}
