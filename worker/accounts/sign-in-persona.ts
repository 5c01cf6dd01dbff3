import type { AccountsRepository } from '#db/repositories/accounts.ts';
import { PERSONAS } from '#worker/accounts/model/personas.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import { type SessionStarted, type StartSessionContext, startSession } from '#worker/accounts/start-session.ts';
import type { Role } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';

export interface SignInPersonaContext extends StartSessionContext {
  readonly accounts: Pick<AccountsRepository, 'byEmailKey'>;
}

export interface PersonaChosen {
  readonly role: Role;
  readonly visit: Visit;
}

/** Signs in as one of the demonstration's people; the click counts as password and second factor. */
export async function signInPersona(context: SignInPersonaContext, { role, visit }: PersonaChosen): Promise<SessionStarted> {
  const account = await context.accounts.byEmailKey(PERSONAS[role].email);
  if (account === null || account.role !== role)
    throw new DomainError('not_found', 'This person is gone: the demonstration makes them anew when it starts again.');
  return startSession(context, { account, proof: 'persona', visit });
}
