import { and, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { issueLinkStatements, type LinkUse, useLinkStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { logStatements } from '#db/repositories/post-log.ts';
import { removePostsStatements } from '#db/repositories/post-removal.ts';
import { queueStatements, toNobodyStatements } from '#db/repositories/queue-mail.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { posts } from '#db/schema/posting-tables.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

/** A draft, as its address is to be confirmed. */
export interface UnconfirmedPost {
  readonly id: string;
  readonly kind: 'job' | 'gig';
  readonly language: string;
  readonly title: string;
  /** By what its browser holds it. */
  readonly draftKey: string;
  readonly version: number;
}

export interface AddressGiven {
  readonly draftKey: string;
  readonly postId: string;
  readonly now: number;
  /** Sealed about the post's id. */
  readonly address: string;
  readonly hash: string;
  readonly mail: PreparedMail;
  readonly link: NewLink;
}

export interface AddressConfirmed {
  readonly link: LinkUse;
  readonly postId: string;
  /** The version of the draft that was read. */
  readonly version: number;
  readonly now: number;
  /** What the log says of it. */
  readonly why: string;
  readonly manage: NewLink;
  readonly mail: PreparedMail;
}

/** By what everything of a confirmed ad is found. */
export interface GuestAd {
  /** Sealed about the ad’s id. */
  readonly sealedAddress: string | null;
  /** Keyed hash of the address, as mails carry it. */
  readonly recipient: string;
}

/** One post of an address, with its new link. */
export interface LinkRenewed {
  readonly postId: string;
  readonly link: NewLink;
}

export type GuestPostsRepository = ReturnType<typeof guestPostsRepository>;

/** Posts of people without an account: their addresses, and the links that open them. */
export function guestPostsRepository(db: Database) {
  return {
    /** The draft that waits for its address to be confirmed; null where there is none any more. */
    unconfirmed: (postId: string) => unconfirmed(db, postId),
    /** False where that draft is not this browser’s, or its address is confirmed. */
    giveAddress: (given: AddressGiven) => giveAddress(db, given),
    /** False where the link opens nothing any more, or other words were saved since. */
    confirm: (confirmed: AddressConfirmed) => confirm(db, confirmed),
    /** Forgets the draft and its address. False where the link opens nothing any more. */
    refuse: (refused: { readonly link: LinkUse; readonly postId: string }) => refuse(db, refused),
    /** Posts of a confirmed address by its keyed hash, the newest first. */
    ofAddress: (hash: string) => ofAddress(db, hash),
    /** How what is kept of a confirmed ad is found; null where there is no such ad of somebody without an account. */
    keptOf: (postId: string) => keptOf(db, postId),
    renewLinks: (renewed: { readonly mail: PreparedMail; readonly links: readonly LinkRenewed[]; readonly now: number }) =>
      renewLinks(db, renewed),
    /** What is kept of a post’s address: sealed about its id. */
    address: async (postId: string): Promise<string | null> =>
      (await db.select({ address: posts.guestAddress }).from(posts).where(eq(posts.id, postId)))[0]?.address ?? null,
  };
}

const WAITS = and(eq(posts.state, 'draft'), isNull(posts.guestConfirmedAt), isNull(posts.accountId), isNotNull(posts.draftKey));

async function unconfirmed(db: Database, postId: string): Promise<UnconfirmedPost | null> {
  const { id, kind, language, draftKey, draftVersion: version } = posts;
  const title = sql<string>`coalesce(json_extract(posts.draft, '$.title'), '')`;
  const [found] = await db
    .select({ id, kind, language, draftKey, title, version })
    .from(posts)
    .where(and(eq(id, postId), WAITS));
  return found === undefined || found.draftKey === null ? null : { ...found, draftKey: found.draftKey };
}

/**
 * A link to a former address opens nothing any more. One to the same address stays where a budget holds the new mail back: nobody takes it away
 * by asking again and again.
 */
function giveAddress(db: Database, { draftKey, postId, now, address, hash, mail, link }: AddressGiven): Promise<boolean> {
  const isSent = isQueued(mail);
  const isOther = sql`exists (select 1 from posts where id = ${postId} and guest_hash is not ${hash})`;
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from posts where ${and(eq(posts.id, postId), eq(posts.draftKey, draftKey), WAITS)})`),
    ...queueStatements(db, [mail]),
    db.run(sql`delete from link_tokens where kind = 'confirm-post' and subject_id = ${postId} and (${isSent} or ${isOther})`),
    insertLink(db, link, isSent),
    db.update(posts).set({ guestAddress: address, guestHash: hash, updatedAt: now }).where(eq(posts.id, postId)),
  ]);
}

function confirm(db: Database, { link, postId, version, now, why, manage, mail }: AddressConfirmed): Promise<boolean> {
  const asRead = and(eq(posts.id, postId), eq(posts.draftVersion, version), WAITS);
  return runOrNothing(db, [
    ...useLinkStatements(db, link),
    orNothing(db, sql`exists (select 1 from posts where ${asRead})`),
    db.update(posts).set({ guestConfirmedAt: now, draftKey: null, updatedAt: now }).where(eq(posts.id, postId)),
    ...logStatements(db, { postId, at: now, by: 'guest', accountId: null, what: 'address-confirmed', why }),
    ...issueLinkStatements(db, manage),
    ...queueStatements(db, [mail]),
  ]);
}

function refuse(db: Database, { link, postId }: { readonly link: LinkUse; readonly postId: string }): Promise<boolean> {
  return runOrNothing(db, [
    ...useLinkStatements(db, link),
    orNothing(db, sql`exists (select 1 from posts where ${and(eq(posts.id, postId), WAITS)})`),
    ...removePostsStatements(db, sql`(${postId})`, link.now),
  ]);
}

async function keptOf(db: Database, postId: string): Promise<GuestAd | null> {
  const { guestAddress: sealedAddress, guestHash } = posts;
  const [found] = await db
    .select({ sealedAddress, recipient: sql<string>`coalesce(${guestHash}, '')` })
    .from(posts)
    .where(and(eq(posts.id, postId), isNotNull(posts.guestConfirmedAt), isNull(posts.accountId)));
  return found ?? null;
}

/** More than anybody has: a mail stays one that can be read. */
const MOST_LINKS = 20;

function ofAddress(db: Database, hash: string): Promise<{ readonly id: string; readonly title: string; readonly language: string }[]> {
  const title = sql<string>`coalesce(
    (select json_extract(content, '$.title') from post_revisions where post_id = posts.id order by number desc limit 1),
    json_extract(posts.draft, '$.title'), '')`;
  return db
    .select({ id: posts.id, title, language: posts.language })
    .from(posts)
    .where(and(eq(posts.guestHash, hash), isNotNull(posts.guestConfirmedAt), isNull(posts.accountId)))
    .orderBy(desc(posts.updatedAt), posts.id)
    .limit(MOST_LINKS);
}

/** New links in the place of the old ones, unless a budget holds their mail back. An address without posts meets the same, and its mail goes to nobody. */
async function renewLinks(
  db: Database,
  { mail, links, now }: { readonly mail: PreparedMail; readonly links: readonly LinkRenewed[]; readonly now: number },
): Promise<void> {
  const isSent = isQueued(mail);
  const renewed = links.flatMap(({ postId, link }) => [
    db.run(sql`delete from link_tokens where kind = 'manage-post' and subject_id = ${postId} and ${isSent}`),
    insertLink(db, link, isSent),
    ...logStatements(db, { postId, at: now, by: 'board', accountId: null, what: 'link-sent-again' }),
  ]);
  const nobodys = links.length === 0 ? toNobodyStatements(db, mail.id) : [];
  await runBatch(db, [...queueStatements(db, [mail]), ...renewed, ...nobodys]);
}

function isQueued(mail: PreparedMail): SQL {
  return sql`exists (select 1 from mails where id = ${mail.id} and state = 'waiting')`;
}

function insertLink(db: Database, link: NewLink, when: SQL): BatchItem<'sqlite'> {
  return db.run(sql`
    insert into link_tokens (id, kind, subject_id, created_at, expires_at)
    select ${link.id}, ${link.kind}, ${link.subjectId}, ${link.createdAt}, ${link.expiresAt} where ${when}`);
}
