import type { Leased, MailSendingRepository } from '#db/repositories/mail-sending.ts';
import type { StoredMail } from '#db/repositories/mails.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { Clock } from '#worker/kernel/clock.ts';
import { newId } from '#worker/kernel/random.ts';
import type { Delivery } from '#worker/mail/model/delivery.ts';
import { retryAfter } from '#worker/mail/model/retry-after.ts';
import { isSuppressed, type Suppression } from '#worker/mail/model/suppression.ts';
import type { OpenedMail } from '#worker/mail/open-mail.ts';
import { CONNECTIONS, type Postman } from '#worker/mail/open-postman.ts';

export interface DrainOutboxContext {
  readonly clock: Clock;
  readonly board: Pick<Board, 'name' | 'contact'>;
  readonly publicUrl: string;
  readonly mailSending: MailSendingRepository;
  readonly openMail: (mail: StoredMail) => Promise<OpenedMail | null>;
  readonly openPostman: () => Promise<Postman>;
}

export interface Drained {
  readonly sent: number;
  /** Why it stopped before the outbox was empty; null where it did not. */
  readonly trouble: string | null;
  /** Whether everything that was due has been tried. */
  readonly done: boolean;
}

const AT_ONCE = 40;
/** Longer than a batch can take (ten mails on each connection, each at its slowest): nobody else takes up a mail that is still being sent. */
const LEASE_MS = 10 * 60_000;

/**
 * Sends what is due, until there is nothing more or the time is over. Several may run at once: each takes up its own mails. Stops where
 * the mail server itself is out of reach, and leaves the rest as if it had not been touched.
 */
export async function drainOutbox(context: DrainOutboxContext, deadline: number): Promise<Drained> {
  const owner = newId();
  await context.mailSending.expire(context.clock());
  let postman: Postman | null = null;
  let sent = 0;
  try {
    while (context.clock() < deadline) {
      const now = context.clock();
      const mails = await context.mailSending.lease({ owner, now, until: now + LEASE_MS, limit: AT_ONCE });
      if (mails.length === 0) return { sent, trouble: null, done: true };
      postman ??= await context.openPostman();
      const batch = await sendAll(context, { owner, mails, postman, deadline });
      sent += batch.sent;
      if (batch.trouble !== null) return { sent, trouble: batch.trouble, done: true };
    }
    return { sent, trouble: null, done: false };
  } finally {
    postman?.close();
  }
}

interface Batch {
  readonly owner: string;
  readonly mails: readonly StoredMail[];
  readonly postman: Postman;
  readonly deadline: number;
}

/** A few at a time, over as many connections. */
async function sendAll(context: DrainOutboxContext, { owner, mails, postman, deadline }: Batch) {
  const reasons = new Map(
    (await context.mailSending.suppressions(mails.map(({ recipient }) => recipient))).map((row) => [row.recipient, row.reason]),
  );
  const queue = [...mails];
  const batch: { sent: number; trouble: string | null } = { sent: 0, trouble: null };
  const work = async () => {
    while (batch.trouble === null && context.clock() < deadline) {
      const mail = queue.shift();
      if (mail === undefined) return;
      const delivery = await sendOne(context, { mail, postman, owner, reason: reasons.get(mail.recipient) ?? null });
      if (delivery?.is === 'sent') batch.sent += 1;
      if (delivery?.is === 'unreachable') batch.trouble = delivery.trouble;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  if (queue.length > 0)
    await context.mailSending.putBack(
      queue.map(({ id }) => id),
      owner,
    );
  return batch;
}

interface Sending {
  readonly mail: StoredMail;
  readonly postman: Postman;
  readonly owner: string;
  readonly reason: Suppression | null;
}

const SUPPRESSED = {
  bounce: 'Not sent: mail to this address came back before.',
  complaint: 'Not sent: somebody complained about mail to this address.',
} as const;

/** Null where nothing was handed over, for a reason of our own. */
async function sendOne(context: DrainOutboxContext, { mail, postman, owner, reason }: Sending): Promise<Delivery | null> {
  const { mailSending, clock } = context;
  const leased: Leased = { id: mail.id, owner };
  if (reason !== null && isSuppressed(mail.kind, reason)) return notSent(mailSending, leased, SUPPRESSED[reason]);
  const opened = await context.openMail(mail);
  if (opened === null) return notSent(mailSending, leased, 'Not sent: SECRET is another one than when it was written.');
  const delivery = await postman.deliver(outgoing(context, { mail, opened }));
  await settle(context, { leased, delivery, tries: mail.tries, now: clock() });
  return delivery;
}

async function notSent(mailSending: MailSendingRepository, leased: Leased, trouble: string): Promise<null> {
  await mailSending.suppressed(leased, trouble);
  return null;
}

function outgoing({ board, publicUrl, clock }: DrainOutboxContext, { mail, opened }: { mail: StoredMail; opened: OpenedMail }) {
  const { to, subject, text, html, unsubscribe, replyTo } = opened;
  const messageId = `${mail.id}@${new URL(publicUrl).hostname}`;
  return {
    messageId,
    from: { name: board.name, address: board.contact.general },
    to,
    date: clock(),
    subject,
    text,
    html,
    unsubscribe,
    replyTo,
  };
}

interface Outcome {
  readonly leased: Leased;
  readonly delivery: Delivery;
  readonly tries: number;
  readonly now: number;
}

async function settle({ mailSending }: DrainOutboxContext, { leased, delivery, tries, now }: Outcome): Promise<void> {
  if (delivery.is === 'sent') return mailSending.sent(leased, now);
  if (delivery.is === 'refused') return mailSending.refused(leased, delivery.trouble);
  return mailSending.again(leased, { dueAt: now + retryAfter(tries), trouble: delivery.trouble });
}
