import { maskAddress, readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { newId } from '#worker/kernel/random.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import type { MailContents, MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { UNASKED } from '#worker/mail/model/unasked.ts';
import { after } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

export interface PrepareMailContext {
  readonly now: number;
  /** Closes recipient, facts and token of a mail; about its id. */
  readonly mailSeal: Seal;
  /** Keyed hash of an address as it is compared. */
  readonly hashRecipient: (emailKey: string) => Promise<string>;
}

/** Makes the row of a mail for the batch of its cause. Throws for an address that none of our forms would have taken. */
export async function prepareMail({ now, mailSeal, hashRecipient }: PrepareMailContext, order: MailOrder): Promise<PreparedMail> {
  const address = readEmailAddress(order.to);
  if (address === null) throw new Error('A mail was ordered for an address that is none.');
  const { kind, key, accountId, language, network } = order;
  const contents: MailContents = { to: address.shown, facts: order.facts };
  const id = newId();
  const dueAt = order.dueAt ?? now;
  return {
    id,
    key,
    kind,
    accountId,
    language,
    network,
    recipient: await hashRecipient(address.key),
    masked: maskAddress(address.shown),
    sealed: await mailSeal.close(JSON.stringify(contents), id),
    askedFor: !UNASKED.has(kind),
    createdAt: now,
    dueAt,
    expiresAt: expiryOf(order, dueAt),
  };
}

/** A mail whose link opens nothing any more is of no use to anybody. */
function expiryOf({ facts }: MailOrder, dueAt: number): number {
  const latest = after(dueAt, ruleOf(RETENTION, 'mail-contents').keep);
  return 'token' in facts && 'until' in facts ? Math.min(latest, facts.until) : latest;
}
