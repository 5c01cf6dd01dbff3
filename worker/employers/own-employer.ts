import type { EmployerMembersRepository, OwnEmployer } from '#db/repositories/employer-members.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';

export interface OwnEmployerContext {
  readonly employerMembers: Pick<EmployerMembersRepository, 'find'>;
}

export interface EmployerAsked {
  readonly actor: Member;
  /** The employer's public id. */
  readonly id: string;
}

/** The employer, where the actor works for it. Another's and one that there is not answer alike. */
export async function ownEmployer({ employerMembers }: OwnEmployerContext, { actor, id }: EmployerAsked): Promise<OwnEmployer> {
  const found = await employerMembers.find(actor.accountId, id);
  if (found === null) throw noSuchEmployer();
  return found;
}

/** The same for what owners alone may do. */
export async function ownedEmployer(context: OwnEmployerContext, asked: EmployerAsked): Promise<OwnEmployer> {
  const found = await ownEmployer(context, asked);
  if (found.role !== 'owner') throw new DomainError('forbidden', 'employers.owners-only');
  return found;
}

export function noSuchEmployer(): DomainError {
  return new DomainError('not_found', 'employers.none-of-yours');
}
