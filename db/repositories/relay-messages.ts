import { eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { issueLinkStatements, type LinkUse, useLinkStatements } from '#db/repositories/link-tokens.ts';
import { orNothing, runOrNothing } from '#db/repositories/or-nothing.ts';
import { overwrite } from '#db/repositories/overwrite.ts';
import { countStatement, type PostCount } from '#db/repositories/post-counts.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { relayMessages } from '#db/schema/posting-tables.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export type RelayMessage = typeof relayMessages.$inferSelect;

export type RelayMessagesRepository = ReturnType<typeof relayMessagesRepository>;

/** Messages to the contacts of ads, until they are handed on. */
export function relayMessagesRepository(db: Database) {
  return {
    byId: (id: string) => byId(db, id),
    keep: (kept: MessageKept) => keep(db, kept),
    confirm: (confirmed: MessageConfirmed) => confirm(db, confirmed),
    handOn: (handed: MessageHanded) => handOn(db, handed),
    waiting: (limit: number) => waiting(db, limit),
    remove: (id: string) => remove(db, sql`id = ${id}`),
    removeHandedOn: (isHandedOn: readonly string[]) => remove(db, wasWritten(isHandedOn)),
    removeUnconfirmed: (until: number) => remove(db, sql`confirmed_at is null and created_at <= ${until}`),
    withdraw: (withdrawn: LinkUse & { readonly messageId: string }) => withdraw(db, withdrawn),
  };
}

async function byId(db: Database, id: string): Promise<RelayMessage | null> {
  const [found] = await db.select().from(relayMessages).where(eq(relayMessages.id, id));
  return found ?? null;
}

/** How many may wait for one contact. */
export interface MostWaiting {
  readonly confirmed: number;
  readonly unconfirmed: number;
}

export interface MessageKept {
  readonly row: RelayMessage;
  /** For a sender whose address is not confirmed yet. */
  readonly confirming: { readonly link: NewLink; readonly mail: PreparedMail } | null;
  readonly most: MostWaiting;
}

/** False, and nothing is kept, while too much waits for the same contact. A mail that a budget holds back leaves nothing to confirm. */
function keep(db: Database, { row, confirming, most }: MessageKept): Promise<boolean> {
  const { recipient, createdAt } = row;
  const asked = { recipient: sql`${recipient}`, now: createdAt };
  const hasRoom = sql`${waits(asked, CONFIRMED)} < ${most.confirmed} and ${waits(asked, sql`not ${CONFIRMED}`)} < ${most.unconfirmed}`;
  const links = confirming === null ? [] : [...queueStatements(db, [confirming.mail]), ...issueLinkStatements(db, confirming.link)];
  return runOrNothing(db, [orNothing(db, hasRoom), db.insert(relayMessages).values(row), ...links]);
}

const CONFIRMED = sql`(confirmed_at is not null)`;

/** How many messages of the last day wait for a contact. */
function waits({ recipient, now }: { readonly recipient: SQL; readonly now: number }, where: SQL): SQL {
  return sql`(select count(*) from relay_messages where recipient = ${recipient} and created_at > ${now - DAY} and ${where})`;
}

const DAY = 86_400_000;

export interface MessageConfirmed {
  readonly link: LinkUse;
  readonly messageId: string;
  readonly now: number;
  readonly most: MostWaiting;
}

/** False when so much waits for the contact, when the link opens nothing any more, or the message is gone. */
function confirm(db: Database, { link, messageId, now, most }: MessageConfirmed): Promise<boolean> {
  const recipient = sql`(select recipient from relay_messages where id = ${messageId})`;
  return runOrNothing(db, [
    orNothing(db, sql`${waits({ recipient, now }, CONFIRMED)} < ${most.confirmed}`),
    ...useLinkStatements(db, link),
    orNothing(db, sql`exists (select 1 from relay_messages where id = ${messageId} and confirmed_at is null)`),
    db.update(relayMessages).set({ confirmedAt: now }).where(eq(relayMessages.id, messageId)),
  ]);
}

export interface MessageHanded {
  readonly id: string;
  readonly mail: PreparedMail;
  readonly count: PostCount;
}

/** Writes the mail, unless one of it waits already or a budget of its recipient is used up: then it is false, and tried again later. */
function handOn(db: Database, { id, mail, count }: MessageHanded): Promise<boolean> {
  return runOrNothing(db, [
    orNothing(db, sql`exists (select 1 from relay_messages where ${isWaiting} and id = ${id})`),
    ...queueStatements(db, [mail]),
    orNothing(db, sql`exists (select 1 from mails where id = ${mail.id} and state = 'waiting')`),
    countStatement(db, count),
  ]);
}

/** Its mails have keys that begin so; a mail that ran out before it was sent is written anew. */
function wasWritten(states: readonly string[]): SQL {
  const wanted = sql`(select value from json_each(${JSON.stringify(states)}))`;
  return sql`exists (
    select 1 from mails where mails.key >= 'relay-message/' || relay_messages.id || '/' and mails.key < 'relay-message/' || relay_messages.id || '0'
      and mails.state in ${wanted})`;
}

const isWaiting = sql`confirmed_at is not null and not ${wasWritten(['waiting', 'sent', 'dead'])}`;

/** Confirmed, and not on its way: the oldest first. */
function waiting(db: Database, limit: number): Promise<readonly RelayMessage[]> {
  return db.select().from(relayMessages).where(isWaiting).orderBy(relayMessages.createdAt).limit(limit);
}

/** Overwritten first, for servers that leave in their file what they delete; ids and times, which find the rows, say nothing. */
function removal(db: Database, where: SQL) {
  return [db.run(overwrite('relayMessages', where)), db.run(sql`delete from relay_messages where ${where}`)] as const;
}

async function remove(db: Database, where: SQL): Promise<number> {
  const [, deleted] = await db.batch(removal(db, where));
  return deleted.rowsAffected;
}

/** By the sender, before it was sent. */
function withdraw(db: Database, { messageId, ...link }: LinkUse & { readonly messageId: string }): Promise<boolean> {
  const open = sql`id = ${messageId} and confirmed_at is null`;
  const isThere = orNothing(db, sql`exists (select 1 from relay_messages where ${open})`);
  return runOrNothing(db, [...useLinkStatements(db, link), isThere, ...removal(db, open)]);
}
