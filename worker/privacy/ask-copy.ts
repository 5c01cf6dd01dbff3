import type { AccountRow, AccountsRepository } from '#db/repositories/accounts.ts';
import type { DataExportsRepository } from '#db/repositories/data-exports.ts';
import type { OwnRowsRepository } from '#db/repositories/own-rows.ts';
import { requireFreshProof } from '#worker/accounts/model/fresh-proof.ts';
import type { FileStore } from '#worker/files/file-store.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError, signInFirst } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { copyKey } from '#worker/privacy/model/copy-key.ts';
import { type CopyMade, copyViewOf, type StoredCopy } from '#worker/privacy/model/copy-view.ts';
import type { CopyPacked } from '#worker/privacy/pack-copy.ts';
import { ONE_COPY_WITHIN } from '#worker/promises/model/account-periods.ts';
import { after, before } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

export interface AskCopyContext {
  readonly now: number;
  readonly accounts: Pick<AccountsRepository, 'byId'>;
  readonly ownRows: Pick<OwnRowsRepository, 'read'>;
  readonly dataExports: DataExportsRepository;
  readonly files: FileStore;
  readonly packCopy: (packed: CopyPacked) => Promise<Uint8Array<ArrayBuffer>>;
  readonly hashRecipient: (emailKey: string) => Promise<string>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

/**
 * Makes a copy of everything that is kept about the account of whoever asks, and tells them by mail; within an hour the same one is given
 * again. An account that is restricted may do so, too.
 */
export async function askCopy(context: AskCopyContext, actor: Member): Promise<CopyMade> {
  requireFreshProof(actor, context.now);
  const { accountId } = actor;
  const account = await context.accounts.byId(accountId);
  if (account === null) throw signInFirst();
  const recent = await recentCopy(context, accountId);
  if (recent !== null) return { copy: copyViewOf(recent), isNew: false };
  const bytes = await contents(context, account);
  const { now } = context;
  const expiresAt = after(now, ruleOf(RETENTION, 'data-exports').keep);
  const copy = { id: newId(), accountId, createdAt: now, expiresAt, bytes: bytes.length, downloadedAt: null };
  if (await keep(context, { copy, bytes, account })) return { copy: copyViewOf(copy), isNew: true };
  const other = await recentCopy(context, accountId);
  if (other === null && (await context.accounts.byId(accountId)) === null) throw signInFirst();
  if (other === null) throw new DomainError('conflict', 'The copy could not be made just now. Ask for it once more.');
  return { copy: copyViewOf(other), isNew: false };
}

/** One of the last hour whose file is there; a row without a file is of no use to anybody, and goes. */
async function recentCopy({ now, dataExports, files }: AskCopyContext, accountId: string): Promise<StoredCopy | null> {
  const since = before(now, ONE_COPY_WITHIN);
  const recent = (await dataExports.list({ accountId, now })).find(({ createdAt }) => createdAt > since);
  if (recent === undefined) return null;
  if ((await files.list(copyKey(recent))).length > 0) return recent;
  await dataExports.remove(recent);
  return null;
}

async function contents(
  { now, ownRows, hashRecipient, packCopy }: AskCopyContext,
  { id: accountId, emailKey, language }: AccountRow,
): Promise<Uint8Array<ArrayBuffer>> {
  const tables = await ownRows.read({ accountId, emailKey, recipient: await hashRecipient(emailKey) }, now);
  return packCopy({ of: 'account', language, tables });
}

interface Made {
  readonly copy: StoredCopy;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly account: AccountRow;
}

/** The file first, so that no row promises what is not there; it goes again where the row was not written. */
async function keep({ now, dataExports, files, prepareMail }: AskCopyContext, { copy, bytes, account }: Made): Promise<boolean> {
  const { accountId, expiresAt: until } = copy;
  const to = { to: account.email, accountId, language: account.language, network: null };
  const mail = await prepareMail({ ...to, kind: 'export-ready', key: `export-ready/${copy.id}`, facts: { until } });
  const line = { accountId, at: now, kind: 'copy-asked', details: {} } as const;
  await files.put(copyKey(copy), bytes);
  let isKept = false;
  try {
    isKept = await dataExports.keep({ copy, noneSince: before(now, ONE_COPY_WITHIN), line, mail });
    return isKept;
  } finally {
    if (!isKept) await files.delete([copyKey(copy)]);
  }
}
