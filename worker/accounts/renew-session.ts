import type { SessionsRepository } from '#db/repositories/sessions.ts';
import { doorCookieText } from '#worker/accounts/model/cookie-names.ts';
import { newSessionId } from '#worker/accounts/session-life.ts';
import type { Member, Proof } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { sha256 } from '#worker/kernel/hash.ts';

export interface RenewSessionContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly sessions: Pick<SessionsRepository, 'renew'>;
}

export interface ProvenAgain {
  readonly actor: Member;
  readonly proof: Proof;
}

export interface SessionRenewed {
  /** For `Set-Cookie`. */
  readonly cookies: readonly string[];
}

/** Gives a session another id after its person has proven who they are. It ends when it would have ended; ended meanwhile, it stays so. */
export async function renewSession(context: RenewSessionContext, { actor, proof }: ProvenAgain): Promise<SessionRenewed> {
  const { now, publicUrl, sessions } = context;
  const id = newSessionId();
  const endsAt = await sessions.renew({ id: actor.sessionId, newId: await sha256(id), now, proof });
  if (endsAt === null) throw new DomainError('unauthenticated', 'You were signed out meanwhile. Sign in, then repeat this.');
  return { cookies: [doorCookieText({ publicUrl, name: 'session', value: id, maxAge: Math.round((endsAt - now) / 1000) })] };
}
