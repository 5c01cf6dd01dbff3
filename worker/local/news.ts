import { readFile } from 'node:fs/promises';
import { type NewsReader, newsReaders } from '#db/repositories/news-readers.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { board } from '#worker/board/model/this-board.ts';
import { LaunchRefusal } from '#worker/local/launch-refusal.ts';
import { orderly } from '#worker/local/orderly.ts';
import { secretOf } from '#worker/local/secret.ts';
import { type AtHand, withDatabase } from '#worker/local/with-database.ts';
import { mailKeys } from '#worker/mail/mail-keys.ts';
import { type NewsIssue, readIssue } from '#worker/mail/model/news-issue.ts';
import { NEWS_SWITCHES, type NewsSwitch, type Unsubscribing, unsubscribeToken } from '#worker/mail/model/unsubscribe-token.ts';
import { writeMail } from '#worker/mail/model/write-mail.ts';
import { orderNews } from '#worker/mail/order-news.ts';
import { prepareMail } from '#worker/mail/prepare-mail.ts';

const USAGE = `npm run news -- newsletter|product-mail|surveys FILE.md [--dry-run]
  Writes a mail to everybody who has switched that kind on. FILE.md begins with "# Subject"; the rest is the mail, in Markdown.
  --dry-run shows the mail and says how many would get it. The same file sent again reaches only those who have not got it.`;
const AT_ONCE = 200;

/** `npm run news`: what an operator writes to those who asked for it. */
await orderly(async () => {
  const [said, file, ...options] = process.argv.slice(2);
  const kind = NEWS_SWITCHES.find((one) => one === said);
  const isDry = options.length === 1 && options[0] === '--dry-run';
  if (kind === undefined || file === undefined || (options.length > 0 && !isDry)) throw new LaunchRefusal(USAGE);
  const issue = await issueIn(file, kind);
  await withDatabase(async (atHand) => console.log(isDry ? await rehearsal(atHand, issue) : await sending(atHand, issue)));
});

async function issueIn(file: string, kind: NewsSwitch): Promise<NewsIssue> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new LaunchRefusal(`${file} cannot be read.`);
  const issue = await readIssue(kind, text);
  if (issue === null) throw new LaunchRefusal(`${file} must begin with a line "# Subject", and say something below it.`);
  return issue;
}

async function rehearsal({ db, settings }: AtHand, { kind, subject, markdown }: NewsIssue): Promise<string> {
  const facts = { switch: kind, subject, markdown, token: 'shown-in-each-mail' };
  const publicUrl = settings.publicUrl ?? 'http://localhost';
  const mail = writeMail({ kind: 'news', facts }, { board, publicUrl, language: board.languages[0] ?? 'en' });
  return `Subject: ${mail.subject}\n\n${mail.text}\nThis would go to ${await countReaders((after) => newsReaders(db, kind, { after, limit: AT_ONCE }))}. Nothing was sent.`;
}

async function countReaders(readers: (after: string) => Promise<readonly NewsReader[]>): Promise<number> {
  let count = 0;
  for (let page = await readers(''); page.length > 0; page = await readers(page.at(-1)?.id ?? '')) count += page.length;
  return count;
}

async function sending({ db, settings, now }: AtHand, issue: NewsIssue): Promise<string> {
  const secret = await secretOf(settings);
  const keys = mailKeys(secret);
  const context = {
    readers: (after: string) => newsReaders(db, issue.kind, { after, limit: AT_ONCE }),
    unsubscribeToken: (unsubscribing: Unsubscribing) => unsubscribeToken(secret, unsubscribing),
    prepareMail: (order: Parameters<typeof prepareMail>[1]) => prepareMail({ now, ...keys }, order),
    queue: (mails: Parameters<typeof queueStatements>[1]) => runBatch(db, queueStatements(db, mails)),
  };
  const readers = await orderNews(context, issue);
  return `In the outbox once for each of the ${readers} who want it: who had it there before gets no second. The board sends it as it runs; "npm run mail -- status" says how far it is.`;
}
