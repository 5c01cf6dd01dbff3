import type { CaseRow } from '#db/repositories/cases.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { ModerationContext } from '#worker/moderation/moderation-context.ts';

interface ClaimDecided {
  readonly row: CaseRow;
  readonly accepted: boolean;
}

interface ClaimDecision {
  readonly act: 'claim-decided';
  readonly statements: readonly Statement[];
}

/** Who an employer belongs to, or whether a look-alike keeps its mark, for the batch of the decision; null where the proof ended meanwhile. */
export async function claimDecision(context: ModerationContext, { row, accepted }: ClaimDecided): Promise<ClaimDecision | null> {
  const { now, domainProofs, employerStanding } = context;
  const found = row.subjectId === null ? null : await domainProofs.find(row.subjectId);
  if (found === null) return null;
  const { proof, employer } = found;
  if (accepted && proof.claims && (proof.noticeUntil ?? 0) > now) throw tooEarly();
  const mails = await tellClaimant(context, { proofId: proof.id, accountId: proof.accountId, employer: employer.name, accepted });
  return { act: 'claim-decided', statements: [...employerStanding.decideClaim({ proof, accepted, now }), ...mails] };
}

interface Told {
  readonly proofId: string;
  readonly accountId: string | null;
  readonly employer: string;
  readonly accepted: boolean;
}

async function tellClaimant(context: ModerationContext, { proofId, accountId, employer, accepted }: Told): Promise<readonly Statement[]> {
  const account = accountId === null ? null : await context.accounts.byId(accountId);
  if (account === null) return [];
  const mail = await context.prepareMail({
    kind: 'claim-decided',
    key: `claim-decided/${proofId}`,
    to: account.email,
    accountId: account.id,
    language: account.language,
    network: null,
    facts: { employer, accepted },
  });
  return context.queueMails([mail]);
}

function tooEarly(): DomainError {
  return new DomainError('conflict', 'moderation.claim-early');
}
