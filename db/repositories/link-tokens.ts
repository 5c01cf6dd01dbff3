import { and, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { orNothing } from '#db/repositories/or-nothing.ts';
import { addressChanges, linkTokens } from '#db/schema/account-tables.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { LinkKind } from '#worker/kernel/actor.ts';

/** A link that still opens. */
export interface OpenLink {
  readonly id: string;
  readonly kind: LinkKind;
  readonly accountId: string | null;
  readonly signUpId: string | null;
  readonly changeId: string | null;
  readonly subjectId: string | null;
  readonly expiresAt: number;
}

/** One link, to be used at a moment. */
export interface LinkUse {
  readonly id: string;
  readonly kind: LinkKind;
  readonly now: number;
}

export type LinkTokensRepository = ReturnType<typeof linkTokensRepository>;

/** What links in mails open. */
export function linkTokensRepository(db: Database) {
  return { find: (id: string, now: number) => find(db, id, now) };
}

const { id, kind, accountId, signUpId, changeId, subjectId, expiresAt } = linkTokens;

/** Null for a link that is used, over, replaced, or never was. */
async function find(db: Database, linkId: string, now: number): Promise<OpenLink | null> {
  const stillOpens = and(eq(id, linkId), isNull(linkTokens.usedAt), gt(expiresAt, now));
  const [found] = await db.select({ id, kind, accountId, signUpId, changeId, subjectId, expiresAt }).from(linkTokens).where(stillOpens);
  return found ?? null;
}

/** Writes a link, for the batch of its mail; older ones of its kind for the same account, sign-up or subject open nothing from then on. */
export function issueLinkStatements(db: Database, link: NewLink): readonly BatchItem<'sqlite'>[] {
  const sameOwner = sql`${accountId} is ${link.accountId} and ${signUpId} is ${link.signUpId} and ${subjectId} is ${link.subjectId}`;
  return [db.delete(linkTokens).where(and(eq(kind, link.kind), sameOwner)), db.insert(linkTokens).values(link)];
}

/** Uses a link up, at the head of the batch of what it does (`runOrNothing`): where it opens nothing any more, nothing of the batch happens. */
export function useLinkStatements(db: Database, use: LinkUse): readonly BatchItem<'sqlite'>[] {
  const { id, kind, now } = use;
  const opens = sql`exists (select 1 from link_tokens where id = ${id} and kind = ${kind} and used_at is null and expires_at > ${now})`;
  return [orNothing(db, opens), db.update(linkTokens).set({ usedAt: now }).where(eq(linkTokens.id, id))];
}

/**
 * Ends what waits in mailboxes, for the batch in which an account gets another password or is signed out elsewhere: whoever fears that somebody was in
 * has shut out the change of address, too, that this somebody asked for. What brings an account back stays.
 */
export function endWaitingStatements(db: Database, ownerId: string): readonly BatchItem<'sqlite'>[] {
  return [
    db.delete(linkTokens).where(and(eq(accountId, ownerId), ne(kind, 'undo-address'))),
    db.delete(addressChanges).where(and(eq(addressChanges.accountId, ownerId), isNull(addressChanges.confirmedAt))),
  ];
}
