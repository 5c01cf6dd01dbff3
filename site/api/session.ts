import { answerOf, type Send } from '#site/api/api-client.ts';
import type { Visit } from '#site/api/visit.ts';
import type { SessionView } from '#worker/accounts/model/session-view.ts';

/** Who is signed in; null where the board cannot say. */
export async function seeSession(send: Send, visit: Visit): Promise<SessionView | null> {
  const answer = await answerOf<SessionView>(await send('/api/session', { headers: visit }));
  return answer.ok ? answer.body : null;
}
