import type { MailStopsRepository } from '#db/repositories/mail-stops.ts';
import type { Board } from '#worker/board/model/board.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import { type NewsSwitch, readUnsubscribeToken } from '#worker/mail/model/unsubscribe-token.ts';
import { versionInForce } from '#worker/promises/model/versions.ts';

export interface UnsubscribeContext {
  readonly now: number;
  readonly board: Board;
  readonly secret: string;
  readonly mailStops: Pick<MailStopsRepository, 'unsubscribe'>;
}

/** Ends one kind of mail for whoever holds the link, signed in or not; answers which. Also where it was off already, or the account is gone. */
export async function unsubscribe({ now, board, secret, mailStops }: UnsubscribeContext, token: string): Promise<NewsSwitch> {
  const named = await readUnsubscribeToken(secret, token);
  if (named === null)
    throw new DomainError('not_found', 'This link is not whole. Copy all of it from the mail, or switch the mails off in your account.');
  await mailStops.unsubscribe({ ...named, at: now, privacyVersion: versionInForce(board, utcDay(now)).version });
  return named.kind;
}
