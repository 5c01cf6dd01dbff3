import type { Database } from '#db/client.ts';
import { mailSendingRepository } from '#db/repositories/mail-sending.ts';
import { mailStopsRepository } from '#db/repositories/mail-stops.ts';
import { mailsRepository, type StoredMail } from '#db/repositories/mails.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import { drainOutbox } from '#worker/mail/drain-outbox.ts';
import { mailKeys } from '#worker/mail/mail-keys.ts';
import type { MailOrder } from '#worker/mail/model/mail-facts.ts';
import type { SignedReport } from '#worker/mail/model/mail-report.ts';
import { openMail } from '#worker/mail/open-mail.ts';
import { openPostman } from '#worker/mail/open-postman.ts';
import { prepareMail } from '#worker/mail/prepare-mail.ts';
import { takeReport } from '#worker/mail/take-report.ts';
import { unsubscribe } from '#worker/mail/unsubscribe.ts';

/** What a run may take, well under the 30 s that the platform gives it; what is left waits for the next tick. */
const SEND_MS = 20_000;

/** What writes mails, and sees to it that they are sent. */
export function mailParts(db: Database, { config, clock }: Wiring) {
  const { secret, publicUrl, smtp, mailWebhookSecret } = config;
  const now = clock();
  const { mailSeal, hashRecipient } = mailKeys(secret);
  const open = (mail: StoredMail) => openMail({ board, publicUrl, mailSeal }, mail);
  const mailSending = mailSendingRepository(db);
  const sending = { clock, board, publicUrl, mailSending, openMail: open };
  const name = new URL(publicUrl).hostname;
  const mailStops = mailStopsRepository(db);
  let prepared = 0;
  return {
    hashRecipient,
    prepareMail: (order: MailOrder) => {
      prepared += 1;
      return prepareMail({ now, mailSeal, hashRecipient }, order);
    },
    /** Whether this request has written mail. */
    hasPreparedMail: () => prepared > 0,
    mails: mailsRepository(db),
    mailSending,
    openMail: open,
    takeMailReport: (signed: SignedReport) => takeReport({ now, board, mailStops, hashRecipient, mailWebhookSecret }, signed),
    unsubscribe: (token: string) => unsubscribe({ now, board, secret, mailStops }, token),
    /** Null where there is no mail server: then mails wait to be read. */
    sendMails: smtp === null ? null : () => drainOutbox({ ...sending, openPostman: () => openPostman({ smtp, name }) }, clock() + SEND_MS),
  };
}
