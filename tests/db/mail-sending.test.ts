import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { mailSendingRepository } from '#db/repositories/mail-sending.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { runBatch } from '#db/repositories/run-batch.ts';
import { mailSuppressions, mails } from '#db/schema/account-tables.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';
import { NOON } from '#tests/support/jobs.ts';
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts';
import { hashRecipient, MAIL_SECRET, preparer } from '#tests/support/mails.ts';
import { board } from '#worker/board/model/this-board.ts';
import { sealFor } from '#worker/kernel/seal.ts';
import { type Drained, drainOutbox } from '#worker/mail/drain-outbox.ts';
import type { MailOrder } from '#worker/mail/model/mail-facts.ts';
import { readSmtpUrl } from '#worker/mail/model/smtp-address.ts';
import { openMail } from '#worker/mail/open-mail.ts';
import { openPostman } from '#worker/mail/open-postman.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const publicUrl = 'https://board.example';

let fresh: FreshDatabase;
let server: MailServer;
beforeEach(async () => {
  fresh = await freshDatabase();
  server = await startMailServer();
});
afterEach(async () => {
  await server.close();
  await fresh.close();
});

/** Stands still at a time, unless told otherwise. */
function drain(now: number, { clock = () => now, port = server.port } = {}): Promise<Drained> {
  const smtp = readSmtpUrl(`smtp://localhost:${port}`);
  if (smtp === null) throw new Error('no address');
  const context = {
    clock,
    board,
    publicUrl,
    mailSending: mailSendingRepository(fresh.db),
    openMail: (mail: typeof mails.$inferSelect) => openMail({ board, publicUrl, mailSeal: sealFor(MAIL_SECRET, 'mail') }, mail),
    openPostman: () => openPostman({ smtp, name: 'board.example' }),
  };
  return drainOutbox(context, now + MINUTE);
}

let count = 0;

async function queue(number = 1, { at = NOON, to = (index: number) => `person-${index}@home.example` } = {}): Promise<void> {
  const prepare = preparer(at);
  for (let index = 0; index < number; index += 1) {
    count += 1;
    const order: MailOrder = {
      kind: 'role-granted',
      key: `role-granted/${count}`,
      to: to(index),
      accountId: null,
      language: 'en',
      network: null,
      facts: { role: 'moderator' },
    };
    await runBatch(fresh.db, queueStatements(fresh.db, [await prepare(order)]));
  }
}

const rows = () => fresh.db.select().from(mails).orderBy(asc(mails.createdAt), asc(mails.key));
const states = async () => (await rows()).map(({ state }) => state);
const row = async () => {
  const [only] = await rows();
  if (only === undefined) throw new Error('no mail');
  return only;
};

test('a mail arrives as text and as HTML, from the board, with its own id, and nothing in it is left here', async () => {
  await queue();
  expect(await drain(NOON)).toEqual({ sent: 1, trouble: null, done: true });
  const [mail] = server.received;
  expect(mail).toMatchObject({
    to: 'person-0@home.example',
    from: board.contact.general,
    messageId: `<${(await row()).id}@board.example>`,
  });
  expect(mail?.raw).toMatch(/^From: Keepword <hello@keepword\.example>$/m);
  expect(mail?.raw).toMatch(/^Content-Type: multipart\/alternative/m);
  expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(mail?.raw).not.toMatch(/X-Mailer|nodemailer/i);
  expect(await row()).toMatchObject({ state: 'sent', sealed: null, sentAt: NOON, trouble: null, tries: 1, leaseOwner: null });
});

test('many go over a few connections', async () => {
  await queue(90);
  expect(await drain(NOON)).toMatchObject({ sent: 90 });
  expect(server.connections()).toBeLessThanOrEqual(8);
  expect(new Set(server.received.map(({ to }) => to)).size).toBe(90);
});

test('several who send at once never send one mail twice', async () => {
  await queue(60);
  const drained = await Promise.all([drain(NOON), drain(NOON), drain(NOON)]);
  expect(drained.reduce((sum, { sent }) => sum + sent, 0)).toBe(60);
  const ids = server.received.map(({ messageId }) => messageId);
  expect(ids).toHaveLength(60);
  expect(new Set(ids).size).toBe(60);
});

test('what is not due is not sent yet', async () => {
  await queue(1, { at: NOON + HOUR });
  expect(await drain(NOON)).toMatchObject({ sent: 0 });
  expect(await drain(NOON + HOUR)).toMatchObject({ sent: 1 });
});

test('a refusal for good makes a dead letter that says why, and the others go', async () => {
  await queue(5);
  server.behave({ recipient: 550 }, (to) => to.startsWith('person-2'));
  expect(await drain(NOON)).toMatchObject({ sent: 4, trouble: null });
  const dead = (await rows()).filter(({ state }) => state === 'dead');
  expect(dead).toHaveLength(1);
  expect(dead[0]).toMatchObject({ masked: 'p…@h….example', trouble: 'The mail server refused this mail (550).' });
  expect(dead[0]?.sealed).not.toBeNull();
});

test('a refusal of the words is for good, too', async () => {
  await queue();
  server.behave({ data: 554 });
  await drain(NOON);
  expect(await row()).toMatchObject({ state: 'dead', trouble: 'The mail server refused this mail (554).' });
});

test('“come back later” is tried again after one minute, then two, then four', async () => {
  await queue();
  server.behave({ recipient: 450 });
  let now = NOON;
  for (const minutes of [1, 2, 4, 8]) {
    await drain(now);
    expect(await row()).toMatchObject({ state: 'waiting', dueAt: now + minutes * MINUTE });
    expect(await drain(now + minutes * MINUTE - 1)).toMatchObject({ sent: 0, trouble: null });
    now += minutes * MINUTE;
  }
  server.behave('take');
  await drain(now);
  expect(await row()).toMatchObject({ state: 'sent', tries: 5, trouble: null });
  expect(server.received).toHaveLength(1);
});

test('a connection that breaks after the mail was sent leads to the same mail once more, which tells by its id', async () => {
  await queue();
  server.behave('drop-after-data');
  expect((await drain(NOON)).trouble).toMatch(/broke off/);
  expect(await row()).toMatchObject({ state: 'waiting', dueAt: NOON + MINUTE });
  server.behave('take');
  await drain(NOON + MINUTE);
  const [first, second] = server.received;
  expect(server.received).toHaveLength(2);
  expect(second?.messageId).toBe(first?.messageId);
  expect((await row()).state).toBe('sent');
});

test('a mail server that is down for an hour loses nothing and gets nothing twice', async () => {
  const { port } = server;
  await server.close();
  await queue(10);
  for (let minute = 0; minute < 60; minute += 1) {
    if (minute % 20 === 0) await queue(2, { at: NOON + minute * MINUTE });
    expect(await drain(NOON + minute * MINUTE, { port })).toMatchObject({ sent: 0 });
  }
  expect((await states()).every((state) => state === 'waiting')).toBe(true);
  server = await startMailServer({ port });
  for (let minute = 60; minute < 60 + 5 * 60; minute += 1) await drain(NOON + minute * MINUTE, { port });
  expect((await states()).every((state) => state === 'sent')).toBe(true);
  const ids = server.received.map(({ messageId }) => messageId);
  expect(ids).toHaveLength(16);
  expect(new Set(ids).size).toBe(16);
});

test('what could not be sent in three days is forgotten, sent or not', async () => {
  await queue(2);
  server.behave({ recipient: 550 }, (to) => to.startsWith('person-1'));
  const { port } = server;
  await drain(NOON);
  await queue(1);
  await server.close();
  await drain(NOON + 72 * HOUR, { port });
  expect((await states()).toSorted()).toEqual(['dead', 'expired', 'sent']);
  expect((await rows()).every(({ sealed }) => sealed === null)).toBe(true);
  server = await startMailServer({ port });
  expect(await drain(NOON + 73 * HOUR, { port })).toMatchObject({ sent: 0 });
});

test('a mail whose link opens nothing any more is not sent', async () => {
  const facts = { at: NOON, browser: 'Firefox', country: 'SE', token: 't', until: NOON + 30 * MINUTE };
  const order = {
    kind: 'reset-password',
    key: 'reset-password/late',
    to: 'me@home.example',
    accountId: null,
    language: 'en',
    network: null,
  } as const;
  await runBatch(fresh.db, queueStatements(fresh.db, [await preparer(NOON)({ ...order, facts })]));
  expect(await drain(NOON + 30 * MINUTE)).toMatchObject({ sent: 0 });
  expect(await row()).toMatchObject({ state: 'expired', sealed: null });
});

test('a mail that runs out while it is on its way is not forgotten under whoever sends it', async () => {
  await queue();
  const repository = mailSendingRepository(fresh.db);
  const { expiresAt } = await row();
  const [leased] = await repository.lease({ owner: 'us', now: expiresAt - MINUTE, until: expiresAt + MINUTE, limit: 5 });
  await repository.expire(expiresAt);
  expect(await row()).toMatchObject({ state: 'waiting', sealed: leased?.sealed });
  await repository.expire(expiresAt + MINUTE);
  expect(await row()).toMatchObject({ state: 'expired', sealed: null });
});

test('whoever died in the middle of it keeps a mail from the others only for a while', async () => {
  await queue();
  const repository = mailSendingRepository(fresh.db);
  await repository.lease({ owner: 'somebody who died', now: NOON, until: NOON + 10 * MINUTE, limit: 5 });
  expect(await drain(NOON + 5 * MINUTE)).toMatchObject({ sent: 0 });
  expect(await drain(NOON + 11 * MINUTE)).toMatchObject({ sent: 1 });
  await repository.again({ id: (await row()).id, owner: 'somebody who died' }, { dueAt: NOON, trouble: 'late' });
  expect(await row()).toMatchObject({ state: 'sent', trouble: null });
});

test('an address whose mail came back gets only what its person is waiting for', async () => {
  await fresh.db.insert(mailSuppressions).values({ recipient: await hashRecipient('person-0@home.example'), reason: 'bounce', at: NOON });
  await queue(2);
  const common = { to: 'person-0@home.example', accountId: null, language: 'en', network: null } as const;
  const facts = { at: NOON, browser: 'Firefox', country: 'SE', token: 't', until: NOON + HOUR };
  await runBatch(
    fresh.db,
    queueStatements(fresh.db, [await preparer(NOON)({ ...common, kind: 'reset-password', key: 'reset-password/x', facts })]),
  );
  expect(await drain(NOON)).toMatchObject({ sent: 2 });
  const held = await fresh.db.select().from(mails).where(eq(mails.state, 'dead'));
  expect(held).toHaveLength(1);
  expect(held[0]).toMatchObject({ kind: 'role-granted', sealed: null, trouble: 'Not sent: mail to this address came back before.' });
});

test('a server that hangs is left in time, and the rest of the mails stay as they were', async () => {
  await queue(20);
  server.behave('hang');
  const { trouble, sent } = await drain(NOON);
  expect(sent).toBe(0);
  expect(trouble).toBe('The mail server took too long.');
  const tried = (await rows()).filter(({ tries }) => tries > 0);
  expect(tried.length).toBeLessThanOrEqual(4);
  expect((await states()).every((state) => state === 'waiting')).toBe(true);
  onTestFinished(() => server.behave('take'));
});
