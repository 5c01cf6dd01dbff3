import { z } from 'zod';
import { MAIL_SECRET } from '#tests/support/mails.ts';
import { sealFor } from '#worker/kernel/seal.ts';

export interface MailSeen {
  readonly kind: string;
  readonly state: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** What its link carries; empty without one. */
  readonly token: string;
}

interface Holding {
  readonly database: { readonly client: { execute(sql: string): Promise<{ readonly rows: readonly object[] }> } };
}

const row = z.object({ id: z.string(), kind: z.string(), state: z.string(), sealed: z.string() });
const contents = z.object({ to: z.string(), facts: z.looseObject({ token: z.string().default('') }) });

/** The mails that a board of the tests has written to an address, the oldest first. */
export async function mailsTo({ database }: Holding, address: string): Promise<readonly MailSeen[]> {
  const { rows } = await database.client.execute('select id, kind, state, sealed from mails where sealed is not null order by rowid');
  const seal = sealFor(MAIL_SECRET, 'mail');
  const opened = await Promise.all(
    rows.map(async (one) => {
      const { id, kind, state, sealed } = row.parse(one);
      const { to, facts } = contents.parse(JSON.parse((await seal.open(sealed, id)) ?? '{}'));
      return { to, kind, state, facts, token: facts.token };
    }),
  );
  return opened.filter(({ to }) => to.toLowerCase() === address.toLowerCase());
}

/** The newest mail to an address that was not held back. */
export async function lastMailTo(board: Holding, address: string): Promise<MailSeen> {
  const last = (await mailsTo(board, address)).findLast(({ state }) => state !== 'held');
  if (last === undefined) throw new Error(`There is no mail to ${address}.`);
  return last;
}
