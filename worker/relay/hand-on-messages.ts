import type { RelayMessagesRepository } from '#db/repositories/relay-messages.ts';
import { LINK_LASTS } from '#worker/promises/model/account-periods.ts';
import { before } from '#worker/promises/model/duration.ts';
import { type HandOnContext, handOn } from '#worker/relay/hand-on.ts';

export interface HandOnMessagesContext extends HandOnContext {
  readonly relayMessages: Pick<RelayMessagesRepository, 'handOn' | 'remove' | 'waiting' | 'removeHandedOn' | 'removeUnconfirmed'>;
  /** Null where there is no mail server: then what waits to be read has arrived. */
  readonly sendMails: unknown;
}

/** So many in one run: each is some round trips. */
const AT_ONCE = 50;

/** Tries again what a full budget or a mail server held up, and deletes what was handed on or never confirmed. */
export async function handOnMessages(context: HandOnMessagesContext) {
  const { now, relayMessages, sendMails } = context;
  const isHandedOn = sendMails === null ? ['waiting', 'sent', 'dead'] : ['sent', 'dead'];
  const deleted = await relayMessages.removeHandedOn(isHandedOn);
  const forgotten = await relayMessages.removeUnconfirmed(before(now, LINK_LASTS['confirm-relay']));
  const waiting = await relayMessages.waiting(AT_ONCE);
  let written = 0;
  for (const row of waiting) if ((await handOn(context, row)) === 'written') written += 1;
  return { written, deleted: deleted + forgotten };
}
