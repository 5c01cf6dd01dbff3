import type { AccountsRepository } from '#db/repositories/accounts.ts';
import type { PasswordsRepository } from '#db/repositories/passwords.ts';
import { type CheckNewPasswordContext, checkNewPassword } from '#worker/accounts/check-new-password.ts';
import { requireFreshProof } from '#worker/accounts/model/fresh-proof.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import type { GuessSubject } from '#worker/accounts/model/guess-limits.ts';
import { LEAST_ALONE, LEAST_WITH_FACTOR } from '#worker/accounts/model/password-rules.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import type { PasswordCheck } from '#worker/accounts/password-hash.ts';
import { type RenewSessionContext, renewSession, type SessionRenewed } from '#worker/accounts/renew-session.ts';
import { hasFactor, type SecondFactorContext } from '#worker/accounts/second-factor.ts';
import { type SlowGuessesContext, settleGuess, takeGuess } from '#worker/accounts/slow-guesses.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError, invalidField, signInFirst } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface ChangePasswordContext
  extends CheckNewPasswordContext,
    SlowGuessesContext,
    RenewSessionContext,
    Pick<SecondFactorContext, 'factors'> {
  readonly now: number;
  readonly accounts: Pick<AccountsRepository, 'byId'>;
  readonly passwords: Pick<PasswordsRepository, 'change'>;
  readonly hashPassword: (password: string) => string;
  readonly checkPassword: (password: string, phc: string | null) => PasswordCheck;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

export interface ChangingPassword {
  readonly actor: Member;
  readonly current: string;
  readonly password: string;
  readonly visit: Visit;
}

/**
 * Changes the password of whoever is signed in and knows it: typing it here is the proof that is asked for, but for the second factor where
 * one stands. Every other session ends, this one goes on under another id, and a mail tells.
 */
export async function changePassword(context: ChangePasswordContext, changing: ChangingPassword): Promise<SessionRenewed> {
  const { actor, password, visit } = changing;
  const { now } = context;
  requireUnfrozen(actor);
  const account = await context.accounts.byId(actor.accountId);
  if (account === null) throw signInFirst();
  const stands = await hasFactor(context, account.id);
  if (stands) requireFreshProof(actor, now);
  const least = stands ? LEAST_WITH_FACTOR : LEAST_ALONE;
  checkNewPassword(context, { field: 'password', password, least, email: account.emailKey, name: account.name });
  await checkCurrent(context, { changing, passwordHash: account.passwordHash });
  const { id: accountId, email: to, language } = account;
  const { browser, country } = visit;
  const key = `password-changed/${newId()}`;
  const mailed = { kind: 'password-changed', key, to, accountId, language, network: null, facts: { at: now, browser, country } } as const;
  const done = await context.passwords.change({
    accountId,
    from: account.passwordHash,
    passwordHash: context.hashPassword(password),
    sessionId: actor.sessionId,
    now,
    line: { accountId, at: now, kind: 'password-changed', details: { browser, country } },
    mail: await context.prepareMail(mailed),
  });
  if (!done) throw new DomainError('conflict', 'The password was changed elsewhere at this very moment. Sign in with that one.');
  return renewSession(context, { actor, proof: actor.proof });
}

interface Current {
  readonly changing: ChangingPassword;
  readonly passwordHash: string;
}

/** Whoever found an open session may not guess on and on. */
async function checkCurrent(context: ChangePasswordContext, { changing, passwordHash }: Current): Promise<void> {
  const subject: GuessSubject = { kind: 'prove', of: changing.actor.accountId };
  await takeGuess(context, [subject]);
  if (!context.checkPassword(changing.current, passwordHash).matches)
    throw invalidField('current', 'This is not your password as it is now.');
  await settleGuess(context, { cleared: [subject], takenBack: [] });
  if (changing.current === changing.password) throw invalidField('password', 'This is the password that you have. Choose another.');
}
