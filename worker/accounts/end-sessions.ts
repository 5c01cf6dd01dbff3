import type { SessionsRepository } from '#db/repositories/sessions.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';

export interface EndSessionsContext {
  readonly now: number;
  readonly sessions: Pick<SessionsRepository, 'byHandle' | 'endOne' | 'endMany'>;
}

/** Signs somebody out here. Said twice, or after the session had ended, it is as said once. */
export async function signOut({ now, sessions }: EndSessionsContext, { accountId, handle }: Member): Promise<void> {
  await sessions.endOne({ accountId, handle, line: { accountId, at: now, kind: 'signed-out', details: {} } });
}

export async function signOutEverywhere({ now, sessions }: EndSessionsContext, { accountId }: Member): Promise<void> {
  await sessions.endMany({ accountId, exceptId: null, line: { accountId, at: now, kind: 'signed-out-everywhere', details: {} } });
}

/** Ends every session of one's own but this one. */
export async function endOtherSessions({ now, sessions }: EndSessionsContext, { accountId, sessionId }: Member): Promise<void> {
  const line = { accountId, at: now, kind: 'signed-out-elsewhere', details: {} } as const;
  await sessions.endMany({ accountId, exceptId: sessionId, line });
}

/** Ends one session of one's own. A handle of somebody else's is answered like one that never was. */
export async function endSession({ now, sessions }: EndSessionsContext, { accountId }: Member, handle: string): Promise<void> {
  const found = await sessions.byHandle({ accountId, handle });
  if (found === null) throw noSuchSession();
  const { browser, country } = found;
  const line = { accountId, at: now, kind: 'session-ended', details: { browser, country } } as const;
  if (!(await sessions.endOne({ accountId, handle, line }))) throw noSuchSession();
}

function noSuchSession(): DomainError {
  return new DomainError('not_found', 'This session has ended already. Look at the list again.');
}
