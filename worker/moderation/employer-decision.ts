import type { CaseRow } from '#db/repositories/cases.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import type { ModerationContext } from '#worker/moderation/moderation-context.ts';

export interface EmployerDecided {
  readonly row: CaseRow;
  readonly approved: boolean;
  /** For those who work for it, where it is refused. */
  readonly reason: string | null;
}

/**
 * What becomes of a change of an employer's public page, for the batch of the decision; null where another change took its place. Nothing that was
 * public is restricted by a refusal: the page stays as it was, and its owners are told why.
 */
export async function employerDecision(
  { now, employerChanges, employerPeople, prepareMail, queueMails }: ModerationContext,
  { row, approved, reason }: EmployerDecided,
): Promise<{ readonly act: 'employer-decided'; readonly statements: readonly Statement[] } | null> {
  const change = row.subjectId === null ? null : await employerChanges.find(row.subjectId);
  if (change === null) return null;
  const people = await employerPeople.members(change.employerSeq);
  const facts = { employer: change.now.name, approved, reason };
  const mails = people
    .filter(({ role }) => role === 'owner')
    .map(({ accountId, email, language }) =>
      prepareMail({
        kind: 'employer-decided',
        key: `employer-decided/${change.id}/${accountId}`,
        to: email,
        accountId,
        language,
        network: null,
        facts,
      }),
    );
  const decided = employerChanges.decideStatements({ id: change.id, approved, now });
  return { act: 'employer-decided', statements: [...decided, ...queueMails(await Promise.all(mails))] };
}
