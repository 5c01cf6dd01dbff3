import type { FactorChange, FactorChangesRepository } from '#db/repositories/factor-changes.ts';
import type { ActivityLine } from '#worker/accounts/model/activity-kinds.ts';
import { countFactors, type Factors } from '#worker/accounts/model/factors.ts';
import { requireFreshProof } from '#worker/accounts/model/fresh-proof.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import { newRecoveryCodes, readRecoveryCode } from '#worker/accounts/model/recovery-codes.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import { type RenewSessionContext, renewSession } from '#worker/accounts/renew-session.ts';
import { factorsOf, type SecondFactorContext } from '#worker/accounts/second-factor.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface ChangeFactorsContext
  extends RenewSessionContext,
    Pick<SecondFactorContext, 'factors' | 'hashRecoveryCode' | 'prepareMail'> {
  readonly factorChanges: FactorChangesRepository;
}

/** Who changes something, and from where. */
export interface Changer {
  readonly actor: Member;
  readonly visit: Visit;
}

export interface FactorAdded {
  /** Shown once; null where the account has codes already. */
  readonly codes: readonly string[] | null;
  /** For `Set-Cookie`. */
  readonly cookies: readonly string[];
}

/** The first thing of every change: whoever asks was asked for proof lately, and may write at all. */
export async function factorsToChange(context: Pick<ChangeFactorsContext, 'now' | 'factors'>, actor: Member): Promise<Factors> {
  requireUnfrozen(actor);
  requireFreshProof(actor, context.now);
  return factorsOf(context, actor.accountId);
}

interface ToTell {
  readonly found: Factors;
  readonly changer: Changer;
  readonly mail: { readonly kind: 'factor-added' | 'factor-removed'; readonly factor: 'app' | 'passkey' | 'codes' };
  readonly lines: readonly Pick<ActivityLine, 'kind' | 'details'>[];
  readonly moreMails?: readonly PreparedMail[];
}

/**
 * What every change has in common. All other sessions end with it: whoever changes how they sign in because they fear that somebody else is
 * in would be surprised to find them still there, and whoever has no such fear signs in once more.
 */
export async function changeOf(
  context: ChangeFactorsContext,
  { found, changer, mail, lines, moreMails = [] }: ToTell,
): Promise<Omit<FactorChange, 'codes'>> {
  const { now, prepareMail } = context;
  const { id: accountId, email, language } = found.holder;
  const { browser, country } = changer.visit;
  const { kind, factor } = mail;
  const facts = { at: now, browser, country, factor };
  const told = await prepareMail({ kind, key: `${kind}/${accountId}/${now}`, to: email, accountId, language, network: null, facts });
  return {
    accountId,
    now,
    before: countFactors(found),
    keeps: changer.actor.sessionId,
    lines: lines.map((line) => ({ ...line, accountId, at: now })),
    mails: [told, ...moreMails],
  };
}

/** New recovery codes: as they are shown, and as they are kept. */
export async function newCodes({ hashRecoveryCode }: Pick<ChangeFactorsContext, 'hashRecoveryCode'>, accountId: string) {
  const shown = newRecoveryCodes();
  const kept = await Promise.all(shown.map((code) => hashRecoveryCode(accountId, readRecoveryCode(code) ?? '')));
  return { shown, kept };
}

/** With the first factor come the codes that stand in for it. */
export async function firstCodes(context: Pick<ChangeFactorsContext, 'hashRecoveryCode'>, found: Factors) {
  return countFactors(found) === 0 ? newCodes(context, found.holder.id) : null;
}

/** After a factor was added: its person has just proven to have it, so the session goes on as one with a factor, under a new id. */
export async function afterAdding(context: RenewSessionContext, actor: Member): Promise<readonly string[]> {
  const proof = actor.proof === 'password' ? 'password-and-factor' : actor.proof;
  return (await renewSession(context, { actor, proof })).cookies;
}

export function changedMeanwhile(): DomainError {
  return new DomainError('conflict', 'Your factors were changed in another window meanwhile. Look at them again, then repeat this.');
}
