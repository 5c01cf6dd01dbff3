import type { ErasuresRepository } from '#db/repositories/erasures.ts';
import { type DeleteAccountContext, deleteAccount } from '#worker/privacy/delete-account.ts';
import { doneAt, type LedgerEntry, listBegun, listDone } from '#worker/privacy/erasure-ledger.ts';
import { finishErasure } from '#worker/privacy/finish-erasure.ts';
import type { BegunErasure } from '#worker/privacy/model/erasure.ts';

export interface ReplayErasuresContext extends DeleteAccountContext {
  readonly erasures: DeleteAccountContext['erasures'] & Pick<ErasuresRepository, 'standing' | 'standingAds' | 'eraseAds'>;
}

export interface Replayed {
  /** Erasures that had broken off. */
  readonly finished: number;
  /** Accounts and ads that a restored database had brought back. */
  readonly again: number;
}

/** As many ids as one statement asks for. */
const AT_ONCE = 500;

/**
 * Finishes erasures that broke off, and deletes again what a restored database has brought back: without a second receipt, and with the
 * date of the first time in the archive. `days` are those of the ledger to look at; all where it is left out.
 */
export async function replayErasures(context: ReplayErasuresContext, days?: readonly string[]): Promise<Replayed> {
  const begun = await listBegun(context);
  for (const erasure of begun) await goOn(context, erasure);
  const done = await listDone(context, days);
  const accounts = await broughtBack(ofKind(done, 'account'), context.erasures.standing);
  for (const entry of accounts) await eraseAgain(context, entry);
  const ads = await broughtBack(ofKind(done, 'ad'), context.erasures.standingAds);
  for (const entry of ads) await context.erasures.eraseAds([entry.id], await doneAt(context, entry));
  return { finished: begun.length, again: accounts.length + ads.length };
}

async function goOn(context: ReplayErasuresContext, begun: BegunErasure): Promise<void> {
  const { person, why, unusedSince } = begun;
  if ((await context.accounts.byId(person.accountId)) === null) return finishErasure(context, begun);
  await deleteAccount(context, { accountId: person.accountId, why, unusedSince });
}

function ofKind(entries: readonly LedgerEntry[], kind: LedgerEntry['of']): readonly LedgerEntry[] {
  return entries.filter(({ of }) => of === kind);
}

async function broughtBack(
  entries: readonly LedgerEntry[],
  standing: (ids: readonly string[]) => Promise<readonly string[]>,
): Promise<readonly LedgerEntry[]> {
  const there = new Set<string>();
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const ids = entries.slice(from, from + AT_ONCE).map(({ id }) => id);
    for (const id of await standing(ids)) there.add(id);
  }
  return entries.filter(({ id }) => there.has(id));
}

async function eraseAgain(context: ReplayErasuresContext, entry: LedgerEntry): Promise<void> {
  const { accounts, erasures, hashRecipient, archiveSubject } = context;
  const account = await accounts.byId(entry.id);
  if (account === null) return;
  const { id: accountId, emailKey } = account;
  const person = { accountId, emailKey, recipient: await hashRecipient(emailKey) };
  const begun: BegunErasure = { person, at: await doneAt(context, entry), why: 'wish', unusedSince: null };
  await erasures.erase(begun, { subject: await archiveSubject(emailKey), receipt: null });
  await finishErasure(context, begun);
}
