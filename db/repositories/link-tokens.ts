import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { linkTokens } from '#db/schema/account-tables.ts';
import type { NewLink } from '#worker/accounts/link-tokens.ts';
import type { LinkKind } from '#worker/kernel/actor.ts';

/** A link that still opens. */
export interface OpenLink {
  readonly id: string;
  readonly kind: LinkKind;
  readonly accountId: string | null;
  readonly signUpId: string | null;
  readonly changeId: string | null;
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

const { id, kind, accountId, signUpId, changeId, expiresAt } = linkTokens;

/** Null for a link that is used, over, replaced, or never was. */
async function find(db: Database, linkId: string, now: number): Promise<OpenLink | null> {
  const stillOpens = and(eq(id, linkId), isNull(linkTokens.usedAt), gt(expiresAt, now));
  const [found] = await db.select({ id, kind, accountId, signUpId, changeId, expiresAt }).from(linkTokens).where(stillOpens);
  return found ?? null;
}

/** Writes a link, for the batch of its mail; older ones of its kind for the same account or sign-up open nothing from then on. */
export function issueLinkStatements(db: Database, link: NewLink): readonly BatchItem<'sqlite'>[] {
  const sameOwner = sql`${accountId} is ${link.accountId} and ${signUpId} is ${link.signUpId}`;
  return [db.delete(linkTokens).where(and(eq(kind, link.kind), sameOwner)), db.insert(linkTokens).values(link)];
}

/**
 * Uses a link up, as the first statement of the batch of what it does: where it opens nothing any more the whole batch is undone, for
 * then `created_at` would be null. Of two batches that use the same link one goes through.
 */
export function useLinkStatement(db: Database, use: LinkUse): BatchItem<'sqlite'> {
  return db.run(sql`
    insert into link_tokens (id, kind, created_at, expires_at) values (${use.id}, ${use.kind}, (${opening(use)}), ${use.now})
    on conflict (id) do update set used_at = ${use.now}`);
}

function opening(use: LinkUse): SQL {
  return sql`select created_at from link_tokens
    where id = ${use.id} and kind = ${use.kind} and used_at is null and expires_at > ${use.now}`;
}

/** Runs a batch that begins with `useLinkStatement`. False when the link opens nothing any more: then nothing happened. */
export async function runWithLink(db: Database, statements: readonly BatchItem<'sqlite'>[]): Promise<boolean> {
  try {
    await runBatch(db, statements);
    return true;
  } catch (error) {
    if (isConstraint(error)) return false;
    throw error;
  }
}

function isConstraint(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')) return true;
  return isConstraint(error.cause);
}
