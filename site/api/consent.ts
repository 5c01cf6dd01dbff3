import { type Answer, answerOf, type Send, UnexpectedAnswer } from '#site/api/api-client.ts';
import type { Visit } from '#site/api/visit.ts';
import type { ConsentAct, ConsentRecorded, ConsentSeen, OwnRecord } from '#worker/consent/model/consent-exchange.ts';

export async function seeConsent(send: Send, visit: Visit): Promise<ConsentSeen> {
  return expected(await answerOf<ConsentSeen>(await send('/api/consent', { headers: visit })));
}

export async function findOwnRecord(send: Send, visit: Visit): Promise<OwnRecord> {
  return expected(await answerOf<OwnRecord>(await send('/api/consent/record', { headers: visit })));
}

export interface Recorded {
  readonly answer: Answer<ConsentRecorded>;
  /** What the API wants the browser to keep beside. */
  readonly setCookies: readonly string[];
}

export async function recordChoice(send: Send, { visit, act }: { readonly visit: Visit; readonly act: ConsentAct }): Promise<Recorded> {
  const headers = { ...visit, 'Content-Type': 'application/json' };
  const response = await send('/api/consent', { method: 'POST', body: JSON.stringify(act), headers });
  return { answer: await answerOf<ConsentRecorded>(response), setCookies: response.headers.getSetCookie() };
}

function expected<Body>(answer: Answer<Body>): Body {
  if (answer.ok) return answer.body;
  throw new UnexpectedAnswer(answer);
}
