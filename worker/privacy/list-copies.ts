import type { DataExportsRepository } from '#db/repositories/data-exports.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { type CopyList, copyViewOf } from '#worker/privacy/model/copy-view.ts';
import { ONE_COPY_WITHIN } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

export interface ListCopiesContext {
  readonly now: number;
  readonly dataExports: Pick<DataExportsRepository, 'list'>;
}

/** The copies that are ready, the newest first. What is in them needs a proof; that they are there does not. */
export async function listCopies({ now, dataExports }: ListCopiesContext, { accountId }: Member): Promise<CopyList> {
  const copies = await dataExports.list({ accountId, now });
  const next = after(copies[0]?.createdAt ?? 0, ONE_COPY_WITHIN);
  return { copies: copies.map(copyViewOf), nextFrom: next > now ? isoTime(next) : null };
}
