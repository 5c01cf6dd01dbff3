import { type Answer, answerOf, type Send } from '#site/api/api-client.ts';
import type { PromisesView } from '#worker/promises/model/promise-view.ts';

/** What the board promises, with proof. For pages only: what describes the answer would weigh too much for the browser. */
export function findPromises(send: Send): Promise<Answer<PromisesView>> {
  return send('/api/promises').then(answerOf<PromisesView>);
}
