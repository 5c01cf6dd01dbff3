import type { AccountRow, AccountsRepository } from '#db/repositories/accounts.ts';
import type { PasswordsRepository } from '#db/repositories/passwords.ts';
import { type BeginSecondStepContext, beginSecondStep, type SecondStepBegun } from '#worker/accounts/begin-second-step.ts';
import { readAddress } from '#worker/accounts/model/door-input.ts';
import { browserSubject, GUESS_LIMITS, subjectsClearedBy, subjectsOfSignIn } from '#worker/accounts/model/guess-limits.ts';
import { LEAST_ALONE, passwordLength } from '#worker/accounts/model/password-rules.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import type { PasswordCheck } from '#worker/accounts/password-hash.ts';
import { hasFactor } from '#worker/accounts/second-factor.ts';
import { failuresOf, type SlowGuessesContext, settleGuess, takeGuess } from '#worker/accounts/slow-guesses.ts';
import { type StartSessionContext, startSession } from '#worker/accounts/start-session.ts';
import { type DomainError, invalidField } from '#worker/kernel/errors.ts';
import { sha256 } from '#worker/kernel/hash.ts';

export interface SignInContext extends SlowGuessesContext, StartSessionContext, BeginSecondStepContext {
  readonly now: number;
  readonly accounts: Pick<AccountsRepository, 'knock'>;
  readonly passwords: Pick<PasswordsRepository, 'rehash' | 'noteSlowed'>;
  readonly hashPassword: (password: string) => string;
  readonly checkPassword: (password: string, phc: string | null) => PasswordCheck;
}

export interface SignInTry {
  readonly email: string;
  readonly password: string;
  readonly visit: Visit;
}

export type SignedIn =
  | { readonly is: 'signed-in'; readonly cookies: readonly string[] /** For what stands alone now. */; readonly isTooShort: boolean }
  | ({ readonly is: 'second-factor' } & SecondStepBegun);

/**
 * Signs somebody in by the password, or begins the second step where a factor stands. For an address without an account the same is asked of
 * the database and the same work is done for the password.
 */
export async function signIn(context: SignInContext, { email, password, visit }: SignInTry): Promise<SignedIn> {
  const { key: emailKey } = readAddress(email);
  const { account, browserId } = await whoKnocks(context, { emailKey, visit });
  const subjects = subjectsOfSignIn({ emailKey, network: visit.network, browserId });
  const { slows } = await takeGuess(context, subjects);
  const { matches, stale } = context.checkPassword(password, account?.passwordHash ?? null);
  if (account === null || !matches) {
    if (slows) await context.passwords.noteSlowed(emailKey, context.now);
    throw wrong();
  }
  const cleared = [...subjectsClearedBy(emailKey, visit.network), ...subjects.filter(({ kind }) => kind === 'browser')];
  await settleGuess(context, { cleared, takenBack: subjects.filter(({ kind }) => kind === 'network') });
  const passwordHash = stale ? await hashAnew(context, { account, password }) : account.passwordHash;
  if (await hasFactor(context, account.id)) return { is: 'second-factor', ...(await beginSecondStep(context, { accountId: account.id })) };
  const { cookies } = await startSession(context, { account: { ...account, passwordHash }, proof: 'password', visit });
  return { is: 'signed-in', cookies, isTooShort: passwordLength(password) < LEAST_ALONE };
}

interface WhoKnocks {
  readonly account: AccountRow | null;
  /** Of a browser that signed in to that account before, and did not guess too often since. */
  readonly browserId: string | null;
}

async function whoKnocks(
  context: SignInContext,
  { emailKey, visit }: { readonly emailKey: string; readonly visit: Visit },
): Promise<WhoKnocks> {
  const id = visit.knownBrowser === null ? null : await sha256(visit.knownBrowser);
  const { account, isKnownBrowser } = await context.accounts.knock({ emailKey, browserId: id });
  if (id === null || !isKnownBrowser) return { account, browserId: null };
  const failures = await failuresOf(context, browserSubject(emailKey, id));
  return { account, browserId: failures < GUESS_LIMITS.browser.most ? id : null };
}

async function hashAnew(
  { passwords, hashPassword }: SignInContext,
  { account, password }: { readonly account: AccountRow; readonly password: string },
): Promise<string> {
  const to = hashPassword(password);
  await passwords.rehash({ accountId: account.id, from: account.passwordHash, to });
  return to;
}

const WRONG =
  'This address and this password do not belong together. Check both, or set a new password by mail. If you have signed up just now, open the link in the mail first.';

function wrong(): DomainError {
  return invalidField('password', WRONG);
}
