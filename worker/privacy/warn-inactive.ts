import type { InactiveAccount, InactiveAccountsRepository } from '#db/repositories/inactive-accounts.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { ALL_WARNINGS, closesAt, unusedForWarning, warningDue } from '#worker/privacy/model/inactivity.ts';

export interface WarnInactiveContext {
  readonly now: number;
  readonly inactiveAccounts: Pick<InactiveAccountsRepository, 'find' | 'warn'>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

export interface WarnedInactive {
  readonly warned: number;
  /** False: there may be more. */
  readonly done: boolean;
}

/**
 * Writes to whoever has not used their account for so long that it ends soon. Whether an address takes mail makes no difference: an account
 * that nobody uses and no mail reaches is none that somebody keeps.
 */
export async function warnInactive(context: WarnInactiveContext, limit: number): Promise<WarnedInactive> {
  let warned = 0;
  let done = true;
  for (let warnings = ALL_WARNINGS - 1; warnings >= 0; warnings -= 1) {
    const found = await context.inactiveAccounts.find({ warnings, unusedSince: unusedForWarning(context.now, warnings), limit });
    const due = found.filter((account) => warningDue(account, warnings) <= context.now);
    for (const account of due) if (await warn(context, { account, warnings: warnings + 1 })) warned += 1;
    if (due.length === limit) done = false;
  }
  return { warned, done };
}

async function warn(
  { now, inactiveAccounts, prepareMail }: WarnInactiveContext,
  { account, warnings }: { readonly account: InactiveAccount; readonly warnings: number },
): Promise<boolean> {
  const { id, email, language, activeAt } = account;
  const mail = await prepareMail({
    kind: 'inactivity-warning',
    key: `inactivity-warning/${id}/${activeAt}/${warnings}`,
    to: email,
    accountId: id,
    language,
    facts: { closesAt: closesAt({ activeAt, warnedAt: now }, warnings) },
    network: null,
  });
  return inactiveAccounts.warn({ account, warnings, at: now, mail });
}
