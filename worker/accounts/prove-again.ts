import { countFactors, type Factors } from '#worker/accounts/model/factors.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import type { PasswordCheck } from '#worker/accounts/password-hash.ts';
import { type RenewSessionContext, renewSession, type SessionRenewed } from '#worker/accounts/renew-session.ts';
import { factorsOf, type SecondFactorContext, verifyCode } from '#worker/accounts/second-factor.ts';
import { type SlowGuessesContext, settleGuess, takeGuess } from '#worker/accounts/slow-guesses.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { type DomainError, invalidField } from '#worker/kernel/errors.ts';

export interface ProveAgainContext extends SecondFactorContext, SlowGuessesContext, RenewSessionContext {
  readonly checkPassword: (password: string, phc: string | null) => PasswordCheck;
}

export interface ProofGiven {
  readonly actor: Member;
  readonly visit: Visit;
  readonly password: string;
  /** One of them where a second factor stands. */
  readonly code?: string | undefined;
  readonly recoveryCode?: string | undefined;
}

/** Asks somebody who is signed in for every proof that their account needs; the session goes on under another id. */
export async function proveAgain(context: ProveAgainContext, given: ProofGiven): Promise<SessionRenewed> {
  const { actor, password } = given;
  const subject = { kind: 'prove', of: actor.accountId } as const;
  const found = await factorsOf(context, actor.accountId);
  const needsFactor = countFactors(found) > 0;
  if (needsFactor && isBlank(given.code) && isBlank(given.recoveryCode)) throw codeMissing(found);
  await takeGuess(context, [subject]);
  if (!context.checkPassword(password, found.holder.passwordHash).matches) throw wrongPassword();
  if (needsFactor) await verifyCode(context, codeOf(given));
  await settleGuess(context, { cleared: [subject], takenBack: [] });
  return renewSession(context, { actor, proof: needsFactor ? 'password-and-factor' : 'password' });
}

/** A form sends fields that nobody filled in. */
function codeOf({ actor: { accountId }, visit, code, recoveryCode }: ProofGiven) {
  return isBlank(code) ? { accountId, visit, recoveryCode } : { accountId, visit, code };
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function wrongPassword(): DomainError {
  const message = 'This is not your password. Type it again, or set a new one by mail.';
  return invalidField('password', message);
}

function codeMissing({ app }: Factors): DomainError {
  const message =
    app === null
      ? 'Use your passkey, or type one of your recovery codes.'
      : 'Type the code that your app shows, or one of your recovery codes.';
  return invalidField(app === null ? 'recoveryCode' : 'code', message);
}
