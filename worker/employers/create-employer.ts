import type { EmployerProfilesRepository } from '#db/repositories/employer-profiles.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import type { NewEmployerInput } from '#worker/employers/model/employer-input.ts';
import { refuseActingLinks } from '#worker/employers/refuse-acting-links.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import { slugOf } from '#worker/kernel/text.ts';

export interface CreateEmployerContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly employerProfiles: Pick<EmployerProfilesRepository, 'make'>;
}

/** Letters of the id that tell two of the same name apart. */
const TELLING = 6;

/** Makes an employer that its maker owns. Nobody sees it before a moderator has approved a post of it. */
export async function createEmployer(
  { now, publicUrl, employerProfiles }: CreateEmployerContext,
  { actor, input }: { readonly actor: Member; readonly input: NewEmployerInput },
): Promise<{ readonly id: string }> {
  requireUnfrozen(actor);
  refuseActingLinks(input, publicUrl);
  const { slug: wish, ...profile } = input;
  const id = newId();
  const make = (slug: string) =>
    employerProfiles.make({
      id,
      slug,
      page: { ...profile, logoId: null },
      ownerId: actor.accountId,
      line: { accountId: actor.accountId, at: now, kind: 'employer-made', details: { name: profile.name } },
    });
  const own = slugOf(profile.name);
  const made = await make(wish === '' ? own : wish);
  const outcome = made === 'taken' && wish === '' ? await make(`${own}-${id.slice(0, TELLING)}`) : made;
  if (outcome === 'taken') throw invalidField('slug', 'employers.slug-taken');
  if (outcome === 'too-many') throw new DomainError('conflict', 'employers.own-too-many');
  return { id };
}
