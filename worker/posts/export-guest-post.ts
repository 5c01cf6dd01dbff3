import type { GuestPostsRepository } from '#db/repositories/guest-posts.ts';
import type { OwnRowsRepository } from '#db/repositories/own-rows.ts';
import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import type { CopyOf } from '#worker/privacy/model/copy.ts';
import type { OwnTableRows } from '#worker/privacy/model/own-data.ts';

export interface ExportGuestPostContext {
  readonly now: number;
  readonly language: string;
  readonly guestPosts: Pick<GuestPostsRepository, 'keptOf'>;
  readonly ownRows: Pick<OwnRowsRepository, 'readAd'>;
  readonly guestAddressSeal: Seal;
  readonly packCopy: (packed: {
    readonly of: CopyOf;
    readonly language: string;
    readonly tables: readonly OwnTableRows[];
  }) => Promise<Uint8Array<ArrayBuffer>>;
}

export interface GuestCopy {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same words for everybody. */
  readonly fileName: string;
}

/** Everything that is kept about a post without an account and whoever wrote it, as a ZIP, for whoever holds its secret link. */
export async function exportGuestPost(
  { now, language, guestPosts, ownRows, guestAddressSeal, packCopy }: ExportGuestPostContext,
  { link }: { readonly link: OpenedLink | null },
): Promise<GuestCopy> {
  const postId = link?.kind === 'manage-post' ? link.subjectId : null;
  const kept = postId === null ? null : await guestPosts.keptOf(postId);
  if (postId === null || kept === null) throw new DomainError('not_found', LINK_OVER);
  const { sealedAddress, recipient } = kept;
  const address = sealedAddress === null ? null : await guestAddressSeal.open(sealedAddress, postId);
  const tables = (await ownRows.readAd({ postId, recipient })).map((table) =>
    table.name === 'posts' ? withAddress(table, address) : table,
  );
  return { bytes: await packCopy({ of: 'ad', language, tables }), fileName: `your-ad-${utcDay(now)}.zip` };
}

/** Sealed it says nothing: its own person reads it as it was given. */
function withAddress(table: OwnTableRows, address: string | null): OwnTableRows {
  const field = { name: 'guestAddress', is: 'text', mayBeMissing: true } as const;
  return {
    ...table,
    fields: [field, ...table.fields],
    rows: table.rows.map((row) => ({ guestAddress: address, ...row })),
    leftOut: table.leftOut.filter(({ name }) => name !== field.name),
  };
}
