import type { NewsReader } from '#db/repositories/news-readers.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import type { NewsIssue } from '#worker/mail/model/news-issue.ts';
import type { Unsubscribing } from '#worker/mail/model/unsubscribe-token.ts';

export interface OrderNewsContext {
  /** Readers after an id, in the order of their ids. */
  readonly readers: (after: string) => Promise<readonly NewsReader[]>;
  readonly unsubscribeToken: (unsubscribing: Unsubscribing) => Promise<string>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
  readonly queue: (mails: readonly PreparedMail[]) => Promise<void>;
}

/**
 * Puts an issue into the outbox for everybody who wants it now; answers for how many. What is broken off is begun again: whoever has a
 * mail of it in the outbox already gets no other.
 */
export async function orderNews(context: OrderNewsContext, issue: NewsIssue): Promise<number> {
  let count = 0;
  for (let readers = await context.readers(''); readers.length > 0; readers = await context.readers(readers.at(-1)?.id ?? '')) {
    await context.queue(await Promise.all(readers.map((reader) => mailFor(context, reader, issue))));
    count += readers.length;
  }
  return count;
}

async function mailFor(
  { unsubscribeToken, prepareMail }: OrderNewsContext,
  { id, email, language }: NewsReader,
  issue: NewsIssue,
): Promise<PreparedMail> {
  const { kind, subject, markdown } = issue;
  const token = await unsubscribeToken({ accountId: id, kind });
  const facts = { switch: kind, subject, markdown, token };
  return prepareMail({ kind: 'news', key: `news/${issue.id}/${id}`, to: email, accountId: id, language, network: null, facts });
}
