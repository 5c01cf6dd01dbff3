import type { ErasuresRepository } from '#db/repositories/erasures.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import { noteDone } from '#worker/privacy/erasure-ledger.ts';
import { type BegunErasure, copiesOf } from '#worker/privacy/model/erasure.ts';
import { verifyErasure } from '#worker/privacy/verify-erasure.ts';
import { after } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

export interface FinishErasureContext {
  readonly now: number;
  readonly erasures: Pick<ErasuresRepository, 'held' | 'eraseRest' | 'release'>;
  readonly files: FileStore;
}

/**
 * Whatever is left once the account itself is gone: files, and rows of requests that were under way. Every store is read again, and only then
 * is the receipt sent. To be repeated at any time.
 */
export async function finishErasure(context: FinishErasureContext, begun: BegunErasure): Promise<void> {
  const { now, erasures, files } = context;
  const { person, at } = begun;
  await files.delete(await files.list(copiesOf(person)));
  if ((await verifyErasure(context, begun)).length > 0) await erasures.eraseRest(begun);
  const left = await verifyErasure(context, begun);
  if (left.length > 0) throw new Error(`An erasure left something: ${left.map(({ what, count }) => `${count} of ${what}`).join(', ')}.`);
  await erasures.release(person.accountId, { now, until: after(at, ruleOf(RETENTION, 'mail-contents').keep) });
  await noteDone(context, begun);
}
