import type { FactorLossesRepository } from '#db/repositories/factor-losses.ts';
import { accountAt, type RolesContext } from '#worker/accounts/grant-role.ts';

export interface ResetFactorContext extends Pick<RolesContext, 'now' | 'accounts' | 'prepareMail' | 'byOperator'> {
  readonly factorLosses: Pick<FactorLossesRepository, 'resetStatements'>;
}

/** Takes away the factors of somebody whom the operator knows, at once, and ends all their sessions; they are told by mail. */
export async function resetFactor(context: ResetFactorContext, email: string): Promise<void> {
  const { now, factorLosses, prepareMail } = context;
  const { id: accountId, email: to, language } = await accountAt(context, email);
  const line = { accountId, at: now, kind: 'factors-removed', details: {} } as const;
  const key = `lost-factor-lifted/${accountId}/${now}`;
  const mail = await prepareMail({ kind: 'lost-factor-lifted', key, to, accountId, language, network: null, facts: { at: now } });
  await context.byOperator({ act: 'factor-reset', accountId }, factorLosses.resetStatements(accountId, { lines: [line], mails: [mail] }));
}
