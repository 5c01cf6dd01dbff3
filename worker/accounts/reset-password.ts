import type { AccountRow, AccountsRepository } from '#db/repositories/accounts.ts';
import type { PasswordsRepository } from '#db/repositories/passwords.ts';
import { type CheckNewPasswordContext, checkNewPassword } from '#worker/accounts/check-new-password.ts';
import { subjectsClearedBy } from '#worker/accounts/model/guess-limits.ts';
import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import { LEAST_ALONE, LEAST_WITH_FACTOR } from '#worker/accounts/model/password-rules.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import { hasFactor, type SecondFactorContext, verifyCode } from '#worker/accounts/second-factor.ts';
import { type SlowGuessesContext, settleGuess } from '#worker/accounts/slow-guesses.ts';
import { DomainError } from '#worker/kernel/errors.ts';

export interface ResetPasswordContext extends CheckNewPasswordContext, SlowGuessesContext, SecondFactorContext {
  readonly now: number;
  readonly accounts: Pick<AccountsRepository, 'byId'>;
  readonly passwords: Pick<PasswordsRepository, 'reset'>;
  readonly hashPassword: (password: string) => string;
}

export interface Resetting {
  readonly link: OpenedLink | null;
  readonly password: string;
  /** Of the second factor, where one stands. */
  readonly code?: string | undefined;
  readonly recoveryCode?: string | undefined;
  readonly visit: Visit;
}

/** Sets a new password by a link from a mail, never without the second factor where one stands, and ends every session. */
export async function resetPassword(context: ResetPasswordContext, resetting: Resetting): Promise<void> {
  const { now, accounts, passwords, hashPassword } = context;
  const { link, password, visit } = resetting;
  const account = link?.kind === 'reset-password' && link.accountId !== null ? await accounts.byId(link.accountId) : null;
  if (link === null || account === null) throw new DomainError('not_found', LINK_OVER);
  if ((account.resetBlockedUntil ?? 0) > now) throw new DomainError('forbidden', BLOCKED);
  const stands = await hasFactor(context, account.id);
  const { emailKey, name } = account;
  const least = stands ? LEAST_WITH_FACTOR : LEAST_ALONE;
  checkNewPassword(context, { field: 'password', password, least, email: emailKey, name });
  if (stands) await verifyCode(context, { accountId: account.id, visit, code: resetting.code, recoveryCode: resetting.recoveryCode });
  const done = await passwords.reset({
    link: { id: link.tokenId, kind: link.kind, now },
    passwordHash: hashPassword(password),
    now,
    accountId: account.id,
    ...(await told(context, { account, visit, key: link.tokenId })),
  });
  if (!done) throw new DomainError('not_found', LINK_OVER);
  await settleGuess(context, { cleared: subjectsClearedBy(emailKey, visit.network), takenBack: [] });
}

const BLOCKED =
  'A change of this account’s address was undone a short time ago. For some days a mail alone sets no new password: sign in with the password that you had before.';

interface Told {
  readonly account: AccountRow;
  readonly visit: Visit;
  readonly key: string;
}

async function told({ now, prepareMail }: ResetPasswordContext, { account, visit, key }: Told) {
  const { id: accountId, email: to, language } = account;
  const { browser, country } = visit;
  const facts = { at: now, browser, country };
  const mail = await prepareMail({
    kind: 'password-changed',
    key: `password-changed/${key}`,
    to,
    accountId,
    language,
    network: null,
    facts,
  });
  return { mail, line: { accountId, at: now, kind: 'password-reset', details: { browser, country } } as const };
}
