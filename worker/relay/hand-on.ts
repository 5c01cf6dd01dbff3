import type { JobContactsRepository } from '#db/repositories/job-contacts.ts';
import type { RelayMessage, RelayMessagesRepository } from '#db/repositories/relay-messages.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { messageIn } from '#worker/relay/model/sealed-message.ts';

export interface HandOnContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly relaySeal: Seal;
  readonly relayMessages: Pick<RelayMessagesRepository, 'handOn' | 'remove'>;
  readonly jobContacts: Pick<JobContactsRepository, 'goalOf'>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

/**
 * `written`: its mail is in the outbox. `later`: a budget of the contact's mailbox is used up, and it waits. `dropped`: the ad is no longer
 * public, or nobody can read the message; it is deleted.
 */
export type HandedOn = 'written' | 'later' | 'dropped';

/** Hands a confirmed message on to the contact of its ad. */
export async function handOn(context: HandOnContext, row: RelayMessage): Promise<HandedOn> {
  const { now, relaySeal, relayMessages, jobContacts } = context;
  const text = await relaySeal.open(row.sealed, row.id);
  const goal = await jobContacts.goalOf({ jobId: row.postId, now });
  if (text === null || goal === null) {
    await relayMessages.remove(row.id);
    return 'dropped';
  }
  const mail = await context.prepareMail(orderOf(context, { row, text }));
  const count = { jobId: row.postId, day: utcDay(now), what: 'relay' } as const;
  return (await relayMessages.handOn({ id: row.id, mail, count })) ? 'written' : 'later';
}

/** One key a day: what ran out in the outbox, because a mail server was down for days, is written anew. */
function orderOf({ now, publicUrl }: HandOnContext, { row, text }: { readonly row: RelayMessage; readonly text: string }): MailOrder {
  const { to, name, from, message, title, path, language } = messageIn(text);
  const facts = { name, from, message, title, url: `${publicUrl}${path}` };
  const { id, network } = row;
  return { kind: 'relay-message', key: `relay-message/${id}/${utcDay(now)}`, to, accountId: null, language, network, facts };
}
