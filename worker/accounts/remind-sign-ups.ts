import type { SignUpRow, SignUpsRepository } from '#db/repositories/sign-ups.ts';
import { issueLink } from '#worker/accounts/link-tokens.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { LINK_LASTS, REMINDED_AFTER } from '#worker/promises/model/account-periods.ts';
import { after, before } from '#worker/promises/model/duration.ts';

export interface RemindSignUpsContext {
  readonly now: number;
  readonly signUps: Pick<SignUpsRepository, 'toRemind' | 'remind'>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

/** In one go; the next tick goes on. */
const CHUNK = 100;

/** Reminds of sign-ups that wait, each once. Its link ends when the first one does, and that one goes on opening the sign-up, too. */
export async function remindSignUps(context: RemindSignUpsContext): Promise<{ readonly done: boolean; readonly words: string }> {
  const { now, signUps } = context;
  const from = before(now, LINK_LASTS['confirm-sign-up']);
  const due = await signUps.toRemind({ from, until: before(now, REMINDED_AFTER), limit: CHUNK });
  for (const row of due) await remind(context, row);
  return { done: due.length < CHUNK, words: `${due.length} reminded` };
}

async function remind({ now, signUps, prepareMail }: RemindSignUpsContext, { id, email, language, createdAt }: SignUpRow): Promise<void> {
  const expiresAt = after(createdAt, LINK_LASTS['confirm-sign-up']);
  const { token, link } = await issueLink(now, { kind: 'confirm-sign-up', signUpId: id, expiresAt });
  const mail = await prepareMail({
    kind: 'remind-sign-up',
    key: `remind-sign-up/${id}`,
    to: email,
    accountId: null,
    language,
    network: null,
    facts: { token, until: link.expiresAt },
  });
  await signUps.remind({ id, now, link, mail });
}
