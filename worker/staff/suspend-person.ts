import type { Statement } from '#db/repositories/run-batch.ts';
import type { SuspensionsRepository } from '#db/repositories/suspensions.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { type Reasons, statementGround } from '#worker/moderation/model/restriction-input.ts';
import { ACCOUNT_TITLE, type RestrictionTold, type StatementWanted } from '#worker/moderation/model/statement.ts';
import { type PersonAct, type PersonActContext, personOf } from '#worker/staff/act-on-person.ts';
import type { RestorePersonInput, SuspendPersonInput } from '#worker/staff/model/person-view.ts';

export interface SuspendPersonContext extends PersonActContext {
  readonly suspensions: SuspensionsRepository;
  readonly makeStatement: (wanted: StatementWanted) => Promise<{ readonly statements: readonly Statement[] }>;
  readonly pseudonymOf: (accountId: string) => Promise<string>;
  readonly tellReversed: (told: {
    readonly accountId: string;
    readonly title: string;
    readonly restriction: RestrictionTold;
    readonly why: string;
  }) => Promise<readonly Statement[]>;
}

/**
 * Takes everything but reading, copies, objecting and going from an account, with a statement of reasons to its person: its own adverts leave the
 * public, it acts for no employer, and it is signed out everywhere. Nobody suspends themselves.
 */
export async function suspendPerson(context: SuspendPersonContext, suspending: PersonAct<SuspendPersonInput>): Promise<void> {
  const { actor, pseudonym, input } = suspending;
  const { id: accountId } = await personOf(context, suspending);
  if (accountId === actor.accountId) throw new DomainError('conflict', 'staff.suspend-self');
  const { reason, note, reasons } = input;
  const made = await context.makeStatement(wanted(reasons, { accountId, by: await context.pseudonymOf(actor.accountId) }));
  const line = { accountId, at: context.now, kind: 'suspended', details: {} } as const;
  const change = context.suspensions.suspendStatements({ line, by: actor.accountId });
  const done = { staff: actor, act: 'person-suspended', subject: { kind: 'person', id: pseudonym }, reason, note } as const;
  if (await context.audited(done, [...change, ...made.statements])) return;
  throw new DomainError('conflict', 'staff.suspended-already');
}

function wanted(reasons: Reasons, { accountId, by }: { readonly accountId: string; readonly by: string }): StatementWanted {
  return {
    restriction: 'suspended',
    about: { accountId },
    title: ACCOUNT_TITLE,
    revisionId: null,
    caseId: null,
    noticeId: null,
    ground: statementGround(reasons),
    explanation: reasons.explanation,
    contentLanguage: null,
    contentAt: null,
    automatedDetection: false,
    decidedBy: by,
  };
}

/** Ends the suspension: what was public is so again, and its person is told. */
export async function restorePerson(context: SuspendPersonContext, restoring: PersonAct<RestorePersonInput>): Promise<void> {
  const { actor, pseudonym, input } = restoring;
  const { id: accountId } = await personOf(context, restoring);
  const { reason, note, why } = input;
  const line = { accountId, at: context.now, kind: 'suspension-ended', details: {} } as const;
  const done = { staff: actor, act: 'person-restored', subject: { kind: 'person', id: pseudonym }, reason, note } as const;
  const told = await context.tellReversed({ accountId, title: ACCOUNT_TITLE, restriction: 'account-suspended', why });
  if (await context.audited(done, [...context.suspensions.restoreStatements(line), ...told])) return;
  throw new DomainError('conflict', 'staff.not-suspended');
}
