import { answerOf, type Send, UnexpectedAnswer } from '#site/api/api-client.ts';
import type { MailboxMail, MailboxView } from '#worker/mail/model/mailbox-view.ts';

export async function loadMailbox(send: Send): Promise<MailboxView> {
  const answer = await answerOf<MailboxView>(await send('/api/dev/mailbox'));
  if (!answer.ok) throw new UnexpectedAnswer(answer);
  return answer.body;
}

/** Null where there is no such mail. */
export async function loadMail(send: Send, id: string): Promise<MailboxMail | null> {
  const answer = await answerOf<MailboxMail>(await send(`/api/dev/mailbox/${encodeURIComponent(id)}`));
  if (answer.ok) return answer.body;
  if (answer.status === 404 || answer.status === 400) return null;
  throw new UnexpectedAnswer(answer);
}
