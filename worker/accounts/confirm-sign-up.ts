import type { SignUpRow, SignUpsRepository } from '#db/repositories/sign-ups.ts';
import { type CheckNewPasswordContext, checkNewPassword } from '#worker/accounts/check-new-password.ts';
import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import { LEAST_ALONE } from '#worker/accounts/model/password-rules.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import { type ShownVersions, shownVersions } from '#worker/accounts/model/shown-versions.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import type { PasswordCheck } from '#worker/accounts/password-hash.ts';
import { type SessionStarted, type StartSessionContext, startSession } from '#worker/accounts/start-session.ts';
import type { Board } from '#worker/board/model/board.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';

export interface ConfirmSignUpContext extends CheckNewPasswordContext, StartSessionContext {
  readonly board: Board;
  readonly signUps: Pick<SignUpsRepository, 'byId' | 'confirm'>;
  readonly hashPassword: (password: string) => string;
  readonly checkPassword: (password: string, phc: string | null) => PasswordCheck;
}

type Role = 'seeker' | 'employer';

/** By the password of the sign-up, or by a new one of whoever reads the mail and signed nobody up: then with a role of their own. */
export type ConfirmWish =
  | { readonly by: 'password'; readonly password: string }
  | { readonly by: 'new-password'; readonly newPassword: string; readonly role: Role };

export interface SignUpConfirming {
  readonly link: OpenedLink | null;
  readonly wish: ConfirmWish;
  readonly visit: Visit;
}

/** Makes the account of a sign-up, and signs its person in. */
export async function confirmSignUp(context: ConfirmSignUpContext, { link, wish, visit }: SignUpConfirming): Promise<SessionStarted> {
  const { now, signUps } = context;
  const row = link?.kind === 'confirm-sign-up' && link.signUpId !== null ? await signUps.byId(link.signUpId) : null;
  if (link === null || row === null) throw new DomainError('not_found', LINK_OVER);
  const chosen = choose(context, { row, wish });
  const { email, emailKey, language, statedAge } = row;
  const account = { id: newId(), email, emailKey, language, statedAge, createdAt: now, acceptedAt: now, activeAt: now, ...chosen };
  const { browser, country } = visit;
  const line = { accountId: account.id, at: now, kind: 'account-made', details: { browser, country } } as const;
  const use = { id: link.tokenId, kind: link.kind, now };
  if (!(await signUps.confirm({ link: use, signUpId: row.id, account, line }))) throw new DomainError('not_found', LINK_OVER);
  return startSession(context, { account, proof: 'password', visit });
}

interface Chosen extends ShownVersions {
  readonly passwordHash: string;
  readonly role: Role;
}

/** What of the sign-up stays: nothing but its address, for whoever does not know its password. */
function choose(context: ConfirmSignUpContext, { row, wish }: { readonly row: SignUpRow; readonly wish: ConfirmWish }): Chosen {
  const { termsVersion, privacyVersion, passwordHash, role } = row;
  if (wish.by === 'new-password') {
    const { newPassword: password } = wish;
    checkNewPassword(context, { field: 'newPassword', password, least: LEAST_ALONE, email: row.emailKey, name: null });
    return { passwordHash: context.hashPassword(password), role: wish.role, ...shownVersions(context.board, context.now) };
  }
  if (!context.checkPassword(wish.password, passwordHash).matches) throw wrongPassword();
  return { passwordHash, role, termsVersion, privacyVersion };
}

function wrongPassword(): DomainError {
  const message =
    'This is not the password that was given with the sign-up. If you do not know it, or somebody else signed up, set a new one below.';
  return invalidField('password', message);
}
