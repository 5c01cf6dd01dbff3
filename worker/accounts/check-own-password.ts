import type { AccountsRepository } from '#db/repositories/accounts.ts';
import type { PasswordCheck } from '#worker/accounts/password-hash.ts';
import { type SlowGuessesContext, settleGuess, takeGuess } from '#worker/accounts/slow-guesses.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { type DomainError, invalidField } from '#worker/kernel/errors.ts';

export interface CheckOwnPasswordContext extends SlowGuessesContext {
  readonly accounts: Pick<AccountsRepository, 'byId'>;
  readonly checkPassword: (password: string, phc: string | null) => PasswordCheck;
}

export interface PasswordGiven {
  readonly actor: Member;
  readonly password: string;
}

/**
 * Asks whoever is signed in for the password once more. Throws `invalid` naming the field `password`, and `too_many` after some guesses. A persona of the
 * demonstration has none to give.
 */
export async function checkOwnPassword(context: CheckOwnPasswordContext, { actor, password }: PasswordGiven): Promise<void> {
  if (actor.proof === 'persona') return;
  const subject = { kind: 'prove', of: actor.accountId } as const;
  const account = await context.accounts.byId(actor.accountId);
  await takeGuess(context, [subject]);
  if (!context.checkPassword(password, account?.passwordHash ?? null).matches) throw wrong(password);
  await settleGuess(context, { cleared: [subject], takenBack: [] });
}

function wrong(password: string): DomainError {
  const message =
    password === ''
      ? 'Type your password, so that nobody else can do this.'
      : 'This is not your password. Type it again, or set a new one by mail.';
  return invalidField('password', message);
}
