import type { AccountRow, AccountsRepository } from '#db/repositories/accounts.ts';
import type { ObjectionsRepository } from '#db/repositories/objections.ts';
import { requireNotFrozen } from '#worker/accounts/model/frozen.ts';
import { MAIL_SWITCHES } from '#worker/accounts/model/mail-switches.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError, invalidField, signInFirst } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { type LegitimateUse, legitimateUses } from '#worker/privacy/model/legitimate-uses.ts';
import { DIRECT_MARKETING, type ObjectionInput } from '#worker/privacy/model/objection-view.ts';
import { GDPR_ANSWER } from '#worker/promises/model/deadlines.ts';
import { after } from '#worker/promises/model/duration.ts';
import { versionInForce } from '#worker/promises/model/versions.ts';
import { inLanguage } from '#worker/promises/model/words.ts';

export interface ObjectToUseContext {
  readonly now: number;
  readonly board: Board;
  /** Of whoever answers objections. */
  readonly language: string;
  readonly accounts: Pick<AccountsRepository, 'byId'>;
  readonly objections: Pick<ObjectionsRepository, 'object' | 'objectToMarketing'>;
  /** What the data of account holders are used for, as the data map says. */
  readonly purposesOfAccounts: readonly string[];
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

export interface Objecting {
  readonly actor: Member;
  readonly input: ObjectionInput;
}

interface Objection {
  readonly account: AccountRow;
  readonly input: ObjectionInput;
}

/**
 * Objects to a use of one's data. Against direct marketing it is effective at once, without a reason; against a use that rests on a
 * legitimate interest, the data protection contact gets it by mail and answers within the law's time.
 */
export async function objectToUse(context: ObjectToUseContext, { actor, input }: Objecting): Promise<void> {
  requireNotFrozen(actor);
  const account = await context.accounts.byId(actor.accountId);
  if (account === null) throw signInFirst();
  const isNew = await (input.purpose === DIRECT_MARKETING ? objectToMarketing(context, account) : object(context, { account, input }));
  if (!isNew) throw new DomainError('conflict', 'You object to this already. Withdraw that first, if you want to say it anew.');
}

function objectToMarketing({ now, board, objections }: ObjectToUseContext, { id: accountId }: AccountRow): Promise<boolean> {
  const made = { id: newId(), accountId, purpose: DIRECT_MARKETING, reason: '', madeAt: now, dueAt: now, withdrawnAt: null };
  const line = { accountId, at: now, kind: 'objected', details: {} } as const;
  const privacyVersion = versionInForce(board, utcDay(now)).version;
  return objections.objectToMarketing({ objection: made, line, switches: MAIL_SWITCHES, privacyVersion });
}

async function object(context: ObjectToUseContext, { account, input }: Objection): Promise<boolean> {
  const { now, board, objections, purposesOfAccounts } = context;
  const use = legitimateUses(board, purposesOfAccounts).find(({ id }) => id === input.purpose);
  if (use === undefined) throw invalid('purpose', 'Choose one of the uses above.');
  const reason = input.reason.trim();
  if (reason === '') throw invalid('reason', 'Say in a sentence what is different for you: the law asks for a reason here.');
  const accountId = account.id;
  const made = { id: newId(), accountId, purpose: use.id, reason, madeAt: now, dueAt: after(now, GDPR_ANSWER), withdrawnAt: null };
  const line = { accountId, at: now, kind: 'objected', details: {} } as const;
  const mail = await mailOf(context, { account, use, objection: made });
  return objections.object({ objection: made, line, mail });
}

interface Announced {
  readonly account: AccountRow;
  readonly use: LegitimateUse;
  readonly objection: { readonly id: string; readonly reason: string; readonly dueAt: number };
}

function mailOf({ board, language, prepareMail }: ObjectToUseContext, { account, use, objection }: Announced): Promise<PreparedMail> {
  const { id, reason, dueAt } = objection;
  return prepareMail({
    kind: 'objection',
    key: `objection/${id}`,
    to: board.dataProtection.mail,
    accountId: account.id,
    language,
    facts: { account: account.email, purpose: inLanguage(use.name, language), reason, dueAt },
    network: null,
  });
}

function invalid(field: string, message: string): DomainError {
  return invalidField(field, message);
}
