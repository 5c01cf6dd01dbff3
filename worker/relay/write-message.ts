import type { JobContactsRepository, MessageGoal } from '#db/repositories/job-contacts.ts';
import type { RelayMessage, RelayMessagesRepository } from '#db/repositories/relay-messages.ts';
import { readAddress } from '#worker/accounts/model/door-input.ts';
import { type EmailAddress, readEmailAddress } from '#worker/accounts/model/email-address.ts';
import type { AccountBehind } from '#worker/accounts/model/session.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { IssueLink } from '#worker/employers/model/issue-link.ts';
import { DomainError, invalidField, TooManyError } from '#worker/kernel/errors.ts';
import { isId, newId } from '#worker/kernel/random.ts';
import { type ChooseMailboxContext, chooseMailbox } from '#worker/relay/choose-mailbox.ts';
import { type HandOnContext, handOn } from '#worker/relay/hand-on.ts';
import { MOST_FOR_CONTACT, tooManyForContact } from '#worker/relay/model/most-for-contact.ts';
import type { Network } from '#worker/relay/model/network.ts';
import type { RelayWish } from '#worker/relay/model/relay-input.ts';
import type { SealedMessage } from '#worker/relay/model/sealed-message.ts';
import { type NetworkBudgetContext, takeBudget } from '#worker/relay/network-budget.ts';

export interface WriteMessageContext extends HandOnContext, NetworkBudgetContext, ChooseMailboxContext {
  readonly board: Pick<Board, 'contactLimits' | 'languages'>;
  readonly jobContacts: Pick<JobContactsRepository, 'goalOf'>;
  readonly relayMessages: Pick<RelayMessagesRepository, 'keep' | 'handOn' | 'remove'>;
  readonly hashRecipient: (emailKey: string) => Promise<string>;
  readonly issueLink: IssueLink;
}

export interface MessageWritten {
  readonly jobId: string;
  readonly wish: RelayWish;
  readonly network: Network;
  /** Whoever is signed in: the address is confirmed. */
  readonly account: Pick<AccountBehind, 'email'> | null;
}

/**
 * Takes a message to the contact of a public ad. It goes out once its sender has confirmed the address that the answer goes to. Nobody
 * learns the address of the contact.
 */
export async function writeMessage(context: WriteMessageContext, { jobId, wish, network, account }: MessageWritten) {
  const { now, board, jobContacts } = context;
  const sender = account === null ? readAddress(wish.email ?? '') : knownAddress(account.email);
  const goal = isId(jobId) ? await jobContacts.goalOf({ jobId, now }) : null;
  const contact = goal === null ? null : await chooseMailbox(context, { jobId, mails: goal.mails });
  if (goal === null || contact === null) throw new DomainError('not_found', NO_MESSAGES);
  const { may, seconds } = await takeBudget(context, {
    network,
    budget: { of: 'messages', limits: board.contactLimits.messages },
    count: null,
  });
  if (!may) throw new TooManyError(TOO_MANY_TODAY, seconds);
  const row = await rowOf(context, { jobId, wish, network, sender, contact, goal, isConfirmed: account !== null });
  const confirming = account === null ? await confirmingOf(context, { row, sender, wish }) : null;
  if (!(await context.relayMessages.keep({ row, confirming, most: MOST_FOR_CONTACT }))) throw tooManyForContact();
  if (account === null) return { next: 'confirm' } as const;
  await handOn(context, row);
  return { next: 'sent' } as const;
}

const NO_MESSAGES = 'relay.no-messages';
const TOO_MANY_TODAY = 'relay.written-enough';

function knownAddress(email: string): EmailAddress {
  const address = readEmailAddress(email);
  if (address === null) throw invalidField('email', 'relay.own-address');
  return address;
}

interface Row extends Omit<MessageWritten, 'account'> {
  readonly sender: EmailAddress;
  readonly contact: EmailAddress;
  readonly goal: MessageGoal;
  readonly isConfirmed: boolean;
}

async function rowOf(context: WriteMessageContext, row: Row): Promise<RelayMessage> {
  const { now, relaySeal, hashRecipient, networkHash } = context;
  const id = newId();
  return {
    id,
    postId: row.jobId,
    sealed: await relaySeal.close(JSON.stringify(messageOf(context, row)), id),
    recipient: await hashRecipient(row.contact.key),
    sender: await hashRecipient(row.sender.key),
    network: await networkHash(row.network.exact),
    confirmedAt: row.isConfirmed ? now : null,
    createdAt: now,
  };
}

function messageOf(context: WriteMessageContext, { jobId, wish, sender, contact, goal }: Row): SealedMessage {
  const { name, message } = wish;
  const { title, employer, slug } = goal;
  const path = `/jobs/${slug}-${jobId}`;
  return { to: contact.shown, name, from: sender.shown, message, title, employer, path, language: languageOf(context, wish) };
}

interface Confirming {
  readonly row: RelayMessage;
  readonly sender: EmailAddress;
  readonly wish: RelayWish;
}

async function confirmingOf(context: WriteMessageContext, { row: { id, network }, sender, wish }: Confirming) {
  const { now, issueLink, prepareMail } = context;
  const { token, link } = await issueLink(now, { kind: 'confirm-relay', subjectId: id });
  const facts = { token, until: link.expiresAt };
  const order = { to: sender.shown, accountId: null, language: languageOf(context, wish), network };
  return { link, mail: await prepareMail({ kind: 'confirm-relay', key: `confirm-relay/${id}`, ...order, facts }) };
}

/** One of the board's own languages; its first for every other. */
function languageOf({ board: { languages } }: WriteMessageContext, { language }: RelayWish): string {
  return languages.find((known) => known === language) ?? languages[0] ?? 'en';
}
