import { type PersonAct, type PersonActContext, personOf } from '#worker/staff/act-on-person.ts';
import type { ReasonedInput } from '#worker/staff/model/staff-input.ts';

/** Signs somebody out everywhere; links from mails that wait end, too. */
export async function endSessionsOf(context: PersonActContext, ending: PersonAct<ReasonedInput>): Promise<void> {
  const { actor, pseudonym, input } = ending;
  const { id: accountId } = await personOf(context, ending);
  const line = { accountId, at: context.now, kind: 'sessions-ended', details: {} } as const;
  const statements = context.staffPeople.endSessionsStatements({ accountId, line, mails: [] });
  await context.audited({ staff: actor, act: 'sessions-ended', subject: { kind: 'person', id: pseudonym }, ...input }, statements);
}
