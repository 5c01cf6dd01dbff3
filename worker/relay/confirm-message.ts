import type { RelayMessage, RelayMessagesRepository } from '#db/repositories/relay-messages.ts';
import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { type HandOnContext, handOn } from '#worker/relay/hand-on.ts';
import { MOST_FOR_CONTACT, tooManyForContact } from '#worker/relay/model/most-for-contact.ts';
import type { RelayView } from '#worker/relay/model/relay-view.ts';
import { messageIn } from '#worker/relay/model/sealed-message.ts';

export interface ConfirmMessageContext extends HandOnContext {
  readonly relayMessages: Pick<RelayMessagesRepository, 'byId' | 'confirm' | 'withdraw' | 'handOn' | 'remove'>;
}

interface Held {
  readonly link: OpenedLink | null;
}

/** Shows a message to whoever wrote it, before it is sent. */
export async function seeMessage(context: ConfirmMessageContext, { link }: Held): Promise<RelayView> {
  const { row } = await opened(context, link);
  const text = await context.relaySeal.open(row.sealed, row.id);
  if (text === null) throw new DomainError('not_found', LINK_OVER);
  const { title, employer, name, from: email, message } = messageIn(text);
  return { title, employer, name, email, message, writtenAt: isoTime(row.createdAt) };
}

/** Sends a message: its sender has shown that the address is theirs. */
export async function confirmMessage(context: ConfirmMessageContext, held: Held): Promise<void> {
  const { row, tokenId } = await opened(context, held.link);
  const { now, relayMessages } = context;
  const link = { id: tokenId, kind: 'confirm-relay', now } as const;
  if (!(await relayMessages.confirm({ link, messageId: row.id, now, most: MOST_FOR_CONTACT }))) throw await whyNot(context, row.id);
  if ((await handOn(context, { ...row, confirmedAt: now })) === 'dropped') throw new DomainError('not_found', 'relay.ad-over');
}

/** What is still there and waits may be sent another day. */
async function whyNot({ relayMessages }: ConfirmMessageContext, id: string): Promise<DomainError> {
  const row = await relayMessages.byId(id);
  return row === null || row.confirmedAt !== null ? new DomainError('not_found', LINK_OVER) : tooManyForContact();
}

/** Deletes a message that was not sent: by whoever wrote it, or whose address somebody else gave. */
export async function withdrawMessage(context: ConfirmMessageContext, { link }: Held): Promise<void> {
  const { row, tokenId } = await opened(context, link);
  const use = { id: tokenId, kind: 'confirm-relay', now: context.now, messageId: row.id } as const;
  if (!(await context.relayMessages.withdraw(use))) throw new DomainError('not_found', LINK_OVER);
}

async function opened({ relayMessages }: ConfirmMessageContext, link: OpenedLink | null): Promise<{ row: RelayMessage; tokenId: string }> {
  const id = link?.kind === 'confirm-relay' ? link.subjectId : null;
  const row = id === null ? null : await relayMessages.byId(id);
  if (link === null || row === null || row.confirmedAt !== null) throw new DomainError('not_found', LINK_OVER);
  return { row, tokenId: link.tokenId };
}
