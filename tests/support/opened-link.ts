import type { Client } from '@libsql/client/web';
import { MAIL_SECRET } from '#tests/support/mails.ts';
import { sealFor } from '#worker/kernel/seal.ts';
import type { MailKind } from '#worker/mail/model/mail-facts.ts';

export interface MailRead {
  readonly to: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The mails of a kind that wait in the outbox, the newest first, as their recipients read them. */
export async function mailsOf(client: Client, kind: MailKind): Promise<readonly MailRead[]> {
  const { rows } = await client.execute({
    sql: 'select id, sealed from mails where kind = ? and sealed is not null order by created_at desc, rowid desc',
    args: [kind],
  });
  const seal = sealFor(MAIL_SECRET, 'mail');
  return Promise.all(rows.map(async ({ id, sealed }) => JSON.parse((await seal.open(String(sealed), String(id))) ?? 'null')));
}

/** The cookie of a browser that opened the link of the newest mail of a kind to an address. */
export async function openedLink(client: Client, { kind, to }: { readonly kind: MailKind; readonly to: string }): Promise<string> {
  const mail = (await mailsOf(client, kind)).find((one) => one.to === to);
  const token = String(mail?.facts['token'] ?? '');
  return `link=${token}; __Host-link=${token}`;
}
