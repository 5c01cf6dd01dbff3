import type { AccountRow, AccountsRepository } from '#db/repositories/accounts.ts';
import type { PasswordsRepository } from '#db/repositories/passwords.ts';
import { issueLink, type LinkIssued } from '#worker/accounts/link-tokens.ts';
import { readAddress } from '#worker/accounts/model/door-input.ts';
import type { EmailAddress } from '#worker/accounts/model/email-address.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface AskResetContext {
  readonly now: number;
  readonly language: string;
  readonly accounts: Pick<AccountsRepository, 'knock'>;
  readonly passwords: Pick<PasswordsRepository, 'askReset'>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

/**
 * Mails a link to set a new password, if the address has an account; the answer is the same if not, and so is the work. From a browser
 * that signed in to that account before it counts as asked for, so that no stranger uses up the owner's mails.
 */
export async function askReset(
  context: AskResetContext,
  { email, visit }: { readonly email: string; readonly visit: Visit },
): Promise<void> {
  const { now, accounts, passwords, prepareMail } = context;
  const address = readAddress(email);
  const browserId = visit.knownBrowser === null ? null : await sha256(visit.knownBrowser);
  const { account, isKnownBrowser } = await accounts.knock({ emailKey: address.key, browserId });
  const issued = await issueLink(now, account === null ? { kind: 'reset-password' } : { kind: 'reset-password', accountId: account.id });
  const mail = await prepareMail(orderOf(context, { address, account, issued, visit }));
  await passwords.askReset({
    emailKey: address.key,
    now,
    mail: { ...mail, askedFor: isKnownBrowser },
    link: issued.link,
    carriesLink: mail.kind === 'reset-password',
  });
}

interface Asked {
  readonly address: EmailAddress;
  readonly account: AccountRow | null;
  readonly issued: LinkIssued;
  readonly visit: Visit;
}

function orderOf({ now, language }: AskResetContext, { address, account, issued: { token, link }, visit }: Asked): MailOrder {
  const { browser, country, network } = visit;
  const to = { to: account?.email ?? address.shown, accountId: account?.id ?? null, language: account?.language ?? language, network };
  const key = `reset-password/${link.id}`;
  const until = account?.resetBlockedUntil ?? 0;
  if (until > now) return { kind: 'reset-blocked', key, ...to, facts: { until } };
  return { kind: 'reset-password', key, ...to, facts: { at: now, browser, country, token, until: link.expiresAt } };
}
