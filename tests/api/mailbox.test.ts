import { afterAll, beforeAll, expect, test } from 'vitest';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { type ApiBoard, apiBoard } from '#tests/api/api-board.ts';
import { letterOf } from '#tests/support/every-mail.ts';
import { preparer } from '#tests/support/mails.ts';
import type { MailOrder } from '#worker/mail/model/mail-facts.ts';
import { type MailboxMail, mailboxMailView, mailboxView } from '#worker/mail/model/mailbox-view.ts';

let board: ApiBoard;
beforeAll(async () => {
  board = await apiBoard();
});
afterAll(() => board.close());

async function write(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const common = { key: `reset-password/${index}`, to: 'mira@home.example', accountId: null, language: 'en', network: 'a network' };
    const order = { ...letterOf('reset-password'), ...common } as MailOrder;
    await runBatch(board.database.db, queueStatements(board.database.db, [await preparer(board.now + index)(order)]));
  }
}

const list = async () => mailboxView.strict().parse(await (await board.ask('/api/dev/mailbox')).json()).mails;
const one = async (id: string): Promise<MailboxMail> =>
  mailboxMailView.strict().parse(await (await board.ask(`/api/dev/mailbox/${id}`)).json());

test('shows the newest first, what was held back, and each mail as its recipient sees it', async () => {
  await write(4);
  const mails = await list();
  expect(mails.map(({ state }) => state)).toEqual(['held', 'waiting', 'waiting', 'waiting']);
  expect(mails[0]).toMatchObject({ to: 'mira@home.example', subject: 'Set a new password for Keepword' });
  expect((await one(mails[1]?.id ?? '')).text).toContain('https://board.example/open/reset-password?token=TOKEN_of-this-mail');
  const html = await board.ask(`/api/dev/mailbox/${mails[1]?.id}/html`);
  expect(html.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; style-src 'unsafe-inline';.*frame-ancestors 'self'$/);
  expect(await html.text()).toContain('<base target="_top">');
});

test('a mail whose words are wiped is shown with its masked address alone', async () => {
  await board.database.client.execute("update mails set sealed = null, state = 'sent'");
  const [mail] = await list();
  expect(mail).toMatchObject({ to: 'm…@h….example', subject: null, state: 'sent' });
  expect(await one(mail?.id ?? '')).toMatchObject({ text: null });
  expect((await board.ask(`/api/dev/mailbox/${mail?.id}/html`)).status).toBe(404);
  expect((await board.ask('/api/dev/mailbox/aaaaaaaaaaaaaaaaaaaa')).status).toBe(404);
  expect((await board.ask('/api/dev/mailbox/x')).status).toBe(400);
});

test('no other answer brings a content policy of its own', async () => {
  const usual = (await board.ask('/api/jobs')).headers.get('Content-Security-Policy');
  expect(usual).not.toMatch(/unsafe-inline|frame-src/);
  expect((await board.ask('/api/dev/mailbox')).headers.get('Content-Security-Policy')).toBe(usual);
});
