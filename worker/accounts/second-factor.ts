import type { FactorsRepository } from '#db/repositories/factors.ts';
import type { KnownBrowsersRepository } from '#db/repositories/known-browsers.ts';
import { countFactors, type Factors } from '#worker/accounts/model/factors.ts';
import type { GuessSubject } from '#worker/accounts/model/guess-limits.ts';
import { readRecoveryCode } from '#worker/accounts/model/recovery-codes.ts';
import { matchingStep, readTotpCode } from '#worker/accounts/model/totp.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import { type SlowGuessesContext, settleGuess, takeGuess } from '#worker/accounts/slow-guesses.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface SecondFactorContext extends SlowGuessesContext {
  readonly now: number;
  readonly factors: Pick<FactorsRepository, 'of' | 'useStep' | 'useRecoveryCode'>;
  /** Closes the secrets of apps; about the account's id. */
  readonly totpSeal: Seal;
  /** Keyed hash of a recovery code as `readRecoveryCode` reads it. */
  readonly hashRecoveryCode: (accountId: string, code: string) => Promise<string>;
  readonly knownBrowsers: Pick<KnownBrowsersRepository, 'standing'>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

export interface CodeGiven {
  readonly accountId: string;
  readonly visit: Visit;
  /** As it was typed: six digits of an app, or one of the recovery codes. */
  readonly code?: string | undefined;
  readonly recoveryCode?: string | undefined;
}

/** Whether a password alone does not sign in here. */
export async function hasFactor({ factors }: Pick<SecondFactorContext, 'factors'>, accountId: string): Promise<boolean> {
  const found = await factors.of(accountId);
  return found !== null && countFactors(found) > 0;
}

/** What stands beside the password of an account. Throws where there is no such account. */
export async function factorsOf({ factors }: Pick<SecondFactorContext, 'factors'>, accountId: string): Promise<Factors> {
  const found = await factors.of(accountId);
  if (found === null) throw new DomainError('not_found', 'There is no such account any more.');
  return found;
}

/**
 * Takes a code of the account's app, or one of its recovery codes, each once; throws `invalid` naming `code` or `recoveryCode` for every
 * other, and `too_many` when there were too many guesses. Whoever used a recovery code is told by mail how many are left.
 */
export async function verifyCode(context: SecondFactorContext, given: CodeGiven): Promise<void> {
  const { accountId, code, recoveryCode } = given;
  const subject = await guessSubject(context, given);
  await takeGuess(context, [subject]);
  const found = await factorsOf(context, accountId);
  const isRight =
    recoveryCode === undefined ? await takeCode(context, { found, code: code ?? '' }) : await takeRecoveryCode(context, { found, given });
  if (!isRight) throw recoveryCode === undefined ? wrongCode() : wrongRecoveryCode();
  await settleGuess(context, { cleared: [subject], takenBack: [] });
}

/** A browser that signed in to this account before has a count of its own: nobody who learned the password keeps the owner out by guessing. */
async function guessSubject({ knownBrowsers }: SecondFactorContext, { accountId, visit }: CodeGiven): Promise<GuessSubject> {
  const id = visit.knownBrowser === null ? null : await sha256(visit.knownBrowser);
  const { known } = await knownBrowsers.standing({ id, accountId });
  return { kind: 'code', of: known === null ? accountId : `${accountId} ${id}` };
}

async function takeCode(
  context: SecondFactorContext,
  { found, code }: { readonly found: Factors; readonly code: string },
): Promise<boolean> {
  const { now, totpSeal, factors } = context;
  const read = readTotpCode(code);
  const accountId = found.holder.id;
  const secret = found.app === null ? null : await totpSeal.open(found.app.secret, accountId);
  const step = secret === null || read === null ? null : matchingStep(secret, { code: read, now });
  return step !== null && (await factors.useStep({ accountId, step, now }));
}

async function takeRecoveryCode(context: SecondFactorContext, { found, given }: { found: Factors; given: CodeGiven }): Promise<boolean> {
  const { now, hashRecoveryCode, factors, prepareMail } = context;
  const read = readRecoveryCode(given.recoveryCode ?? '');
  if (read === null || countFactors(found) === 0) return false;
  const { id: accountId, email, language } = found.holder;
  const id = await hashRecoveryCode(accountId, read);
  const left = Math.max(0, found.codesLeft - 1);
  const { browser, country } = given.visit;
  const mail = await prepareMail({
    kind: 'recovery-code-used',
    key: `recovery-code-used/${id}`,
    to: email,
    accountId,
    language,
    network: null,
    facts: { at: now, browser, country, left },
  });
  const line = { accountId, at: now, kind: 'code-used', details: { left: String(left) } } as const;
  return factors.useRecoveryCode({ id, accountId, now, lines: [line], mails: [mail] });
}

/** What people read whose clock is wrong, too: nobody learns that a code would have been right at another moment. */
export const WRONG_CODE =
  'This code is not right, or was used before. Codes change every 30 seconds: check that the clock of the device that shows them is right, wait for the next code and type that.';
export const WRONG_RECOVERY_CODE = 'This recovery code is not right, or was used before. Each works once: take another from your list.';

function wrongCode(): DomainError {
  return invalidField('code', WRONG_CODE);
}

function wrongRecoveryCode(): DomainError {
  return invalidField('recoveryCode', WRONG_RECOVERY_CODE);
}
