import type { MailStopsRepository } from '#db/repositories/mail-stops.ts';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import type { Board } from '#worker/board/model/board.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { isSigned, mailReport, type SignedReport } from '#worker/mail/model/mail-report.ts';
import { versionInForce } from '#worker/promises/model/versions.ts';

export interface TakeReportContext {
  readonly now: number;
  readonly board: Board;
  readonly mailStops: Pick<MailStopsRepository, 'takeReport'>;
  readonly hashRecipient: (emailKey: string) => Promise<string>;
  /** Null where the board takes no reports. */
  readonly mailWebhookSecret: string | null;
}

/** Takes in what the mail provider reports. `false`: it was taken in before. */
export async function takeReport(
  { now, board, mailStops, hashRecipient, mailWebhookSecret }: TakeReportContext,
  signed: SignedReport,
): Promise<boolean> {
  if (mailWebhookSecret === null) throw new DomainError('not_found', 'This board takes no reports: MAIL_WEBHOOK_SECRET is not set.');
  if (!(await isSigned(signed, { secret: mailWebhookSecret, now })))
    throw new DomainError('unauthenticated', 'The signature does not fit, or is older than five minutes.');
  const { id, type, email } = reportIn(signed.body);
  const address = readEmailAddress(email);
  if (address === null) throw invalidField('email', 'Give the address that the mail went to.');
  const privacyVersion = versionInForce(board, utcDay(now)).version;
  const recipient = await hashRecipient(address.key);
  return mailStops.takeReport({ id, at: now, reason: type, recipient, emailKey: address.key, privacyVersion });
}

function reportIn(body: string) {
  const read = mailReport.safeParse(jsonIn(body));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw invalidField(issue?.path.join('.') || 'body', 'Send one JSON object with id, type (bounce or complaint) and email.');
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
