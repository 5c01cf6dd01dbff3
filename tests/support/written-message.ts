import type { Database } from '#db/client.ts';
import { relayMessages } from '#db/schema/posting-tables.ts';
import { MAIL_SECRET } from '#tests/support/mails.ts';
import { newId } from '#worker/kernel/random.ts';
import { sealFor } from '#worker/kernel/seal.ts';
import type { SealedMessage } from '#worker/relay/model/sealed-message.ts';

const MESSAGE: SealedMessage = {
  to: 'boss@firma.example',
  name: 'Ada Lind',
  from: 'ada@mail.example',
  message: 'Is the job still open?\n\nI can begin in May, and would like to see the ovens first.',
  title: 'Night baker',
  employer: 'Harrow & Thyme',
  path: '/jobs/night-baker-aaaaaaaaaaaaaaaaaaaa',
  language: 'en',
};

/** A message to the contact of an ad that waits for its sender to confirm the address; answers its id. */
export async function writtenMessage(db: Database): Promise<string> {
  const id = newId();
  const sealed = await sealFor(MAIL_SECRET, 'relay').close(JSON.stringify(MESSAGE), id);
  const hashes = { recipient: newId(), sender: newId(), network: null };
  await db.insert(relayMessages).values({ id, postId: newId(), sealed, ...hashes, confirmedAt: null, createdAt: Date.now() });
  return id;
}
