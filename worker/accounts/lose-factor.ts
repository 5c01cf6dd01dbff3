import type { FactorLossesRepository } from '#db/repositories/factor-losses.ts';
import { issueLink } from '#worker/accounts/link-tokens.ts';
import { countFactors, type Factors } from '#worker/accounts/model/factors.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import { factorsOf } from '#worker/accounts/second-factor.ts';
import { holderBehind, type SecondStepContext } from '#worker/accounts/sign-in-by-code.ts';
import { STAFF } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { LINK_LASTS, LOST_FACTOR_WAIT } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';
import { sayDuration } from '#worker/promises/model/fill-words.ts';

export interface LoseFactorContext extends Pick<SecondStepContext, 'now' | 'challenges' | 'factors' | 'prepareMail'> {
  readonly factorLosses: Pick<FactorLossesRepository, 'ask' | 'confirm'>;
}

/** Mails a link that confirms the loss, to whoever gave the right password in this browser. */
export async function askLostFactor(
  context: LoseFactorContext,
  { cookie, visit }: { readonly cookie: string | null; readonly visit: Visit },
): Promise<void> {
  const { now, prepareMail, factorLosses } = context;
  const { holder, liftsAt } = lostBy(await holderBehind(context, cookie));
  if (liftsAt !== null) throw waitsAlready();
  const { token, link } = await issueLink(now, { kind: 'lost-factor', accountId: holder.id });
  const { browser, country, network } = visit;
  const facts = { at: now, browser, country, token, until: link.expiresAt };
  const order = {
    kind: 'lost-factor',
    key: `lost-factor/${link.id}`,
    to: holder.email,
    accountId: holder.id,
    language: holder.language,
  } as const;
  await factorLosses.ask({ link, mail: await prepareMail({ ...order, network, facts }) });
}

/** Begins the wait, by the link from that mail. */
export async function confirmLostFactor(
  context: Omit<LoseFactorContext, 'challenges'>,
  link: OpenedLink | null,
): Promise<{ readonly liftsAt: number }> {
  const { now, prepareMail, factorLosses } = context;
  if (link?.kind !== 'lost-factor' || link.accountId === null) throw opensNothing();
  const { holder, liftsAt: waitsUntil } = lostBy(await factorsOf(context, link.accountId));
  if (waitsUntil !== null) throw waitsAlready();
  const { id: accountId, email, language } = holder;
  const liftsAt = after(now, LOST_FACTOR_WAIT);
  const line = { accountId, at: now, kind: 'lost-factor-asked', details: {} } as const;
  const key = `lost-factor-waiting/${accountId}/${now}/0`;
  const mail = await prepareMail({ kind: 'lost-factor-waiting', key, to: email, accountId, language, network: null, facts: { liftsAt } });
  if (!(await factorLosses.confirm({ link: link.tokenId, accountId, confirmedAt: now, liftsAt, lines: [line], mails: [mail] })))
    throw opensNothing();
  return { liftsAt };
}

/** Who sees the data of others is helped by a person who knows them, and by no wait. */
function lostBy(found: Factors): Factors {
  if (STAFF.includes(found.holder.role))
    throw new DomainError('forbidden', 'For your role nothing falls by waiting. Ask the operator of the board to reset your factors.');
  if (countFactors(found) === 0)
    throw new DomainError('conflict', 'This account has no second factor any more. Sign in with your password.');
  return found;
}

function waitsAlready(): DomainError {
  return new DomainError('conflict', 'The wait has begun already. Signing in ends it.');
}

function opensNothing(): DomainError {
  const age = sayDuration(LINK_LASTS['lost-factor'], 'en');
  return new DomainError(
    'unauthenticated',
    `This link opens nothing any more: it was used, or is older than ${age}. Sign in and ask for another.`,
  );
}
