import type { FactorRef } from '#db/repositories/factor-changes.ts';
import { type ChangeFactorsContext, type Changer, changedMeanwhile, changeOf, factorsToChange } from '#worker/accounts/change-factors.ts';
import { type CheckNewPasswordContext, checkNewPassword } from '#worker/accounts/check-new-password.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import { countFactors, type FactorHolder, type Factors } from '#worker/accounts/model/factors.ts';
import { LEAST_ALONE, passwordLength } from '#worker/accounts/model/password-rules.ts';
import { renewSession } from '#worker/accounts/renew-session.ts';
import { type SlowGuessesContext, settleGuess, takeGuess } from '#worker/accounts/slow-guesses.ts';
import { type Member, STAFF } from '#worker/kernel/actor.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface RemoveFactorContext extends ChangeFactorsContext, CheckNewPasswordContext, SlowGuessesContext {
  readonly checkPassword: (password: string, phc: string | null) => { readonly matches: boolean };
  readonly hashPassword: (password: string) => string;
}

export interface FactorToRemove extends Changer {
  readonly factor: FactorRef;
  /** For the last one: the password, and a longer one where it has fewer characters than a password alone needs. */
  readonly password?: string | undefined;
  readonly newPassword?: string | undefined;
}

/** Removes a factor. With the last one, the password alone keeps strangers out again, and has to be long enough for that. */
export async function removeFactor(
  context: RemoveFactorContext,
  removal: FactorToRemove,
): Promise<{ readonly cookies: readonly string[] }> {
  const { actor, factor } = removal;
  const found = await factorsToChange(context, actor);
  const line = lineOf(found, factor);
  const isLast = countFactors(found) === 1;
  if (isLast && STAFF.includes(actor.is))
    throw new DomainError('forbidden', 'Your role needs a second factor. Add another one first, then remove this.');
  const passwordHash = isLast && asksPassword(actor) ? await passwordAlone(context, { holder: found.holder, removal }) : null;
  const changed = passwordHash === null ? null : await passwordChanged(context, { holder: found.holder, changer: removal });
  const lines = [line, ...(changed === null ? [] : [changed.line])];
  const mail = { kind: 'factor-removed', factor: factor.is } as const;
  const change = await changeOf(context, { found, changer: removal, mail, lines, moreMails: changed === null ? [] : [changed.mail] });
  if (!(await context.factorChanges.remove({ ...change, codes: null, factor, passwordHash }))) throw changedMeanwhile();
  return isLast ? renewSession(context, { actor, proof: asksPassword(actor) ? 'password' : 'persona' }) : { cookies: [] };
}

/** Somebody made up for a demonstration has a password that nobody knows. */
export function asksPassword({ proof }: Pick<Member, 'proof'>): boolean {
  return proof !== 'persona';
}

function lineOf({ app, passkeys }: Factors, factor: FactorRef): Pick<ActivityLine, 'kind' | 'details'> {
  if (factor.is === 'app' && app !== null) return { kind: 'app-removed', details: {} };
  const passkey = factor.is === 'passkey' ? passkeys.find(({ id }) => id === factor.id) : undefined;
  if (passkey === undefined) throw new DomainError('not_found', 'You have no such factor any more. Look at the list again.');
  return { kind: 'passkey-removed', details: { name: passkey.name } };
}

interface PasswordAsked {
  readonly holder: FactorHolder;
  readonly removal: FactorToRemove;
}

/** The hash of a new password where the present one is too short to stand alone; null where it may stay. Its length is known only to whoever types it. */
async function passwordAlone(
  context: RemoveFactorContext,
  { holder, removal: { password = '', newPassword = '' } }: PasswordAsked,
): Promise<string | null> {
  if (password === '')
    throw invalidField('password', 'This is your last factor: without it the password alone keeps strangers out. Type it here.');
  const subject = { kind: 'prove', of: holder.id } as const;
  await takeGuess(context, [subject]);
  if (!context.checkPassword(password, holder.passwordHash).matches)
    throw invalidField('password', 'This is not your password. Try again.');
  await settleGuess(context, { cleared: [subject], takenBack: [] });
  if (passwordLength(password) >= LEAST_ALONE) return null;
  if (newPassword === '')
    throw invalidField(
      'newPassword',
      `Your password has fewer than ${LEAST_ALONE} characters, which is too short without a second factor. Choose a longer one.`,
    );
  checkNewPassword(context, { field: 'newPassword', password: newPassword, least: LEAST_ALONE, email: holder.email, name: holder.name });
  return context.hashPassword(newPassword);
}

interface PasswordChanged {
  readonly line: Pick<ActivityLine, 'kind' | 'details'>;
  readonly mail: PreparedMail;
}

async function passwordChanged(
  { now, prepareMail }: RemoveFactorContext,
  { holder, changer }: { holder: FactorHolder; changer: Changer },
): Promise<PasswordChanged> {
  const { browser, country } = changer.visit;
  const { id: accountId, email, language } = holder;
  const facts = { at: now, browser, country };
  const key = `password-changed/${accountId}/${now}`;
  const mail = await prepareMail({ kind: 'password-changed', key, to: email, accountId, language, network: null, facts });
  return { line: { kind: 'password-changed', details: { browser, country } }, mail };
}
