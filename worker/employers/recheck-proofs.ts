import type { DomainProof, DomainProofsRepository } from '#db/repositories/domain-proofs.ts';
import type { EmployerPeopleRepository } from '#db/repositories/employer-people.ts';
import { mailTo } from '#worker/employers/ask-proof.ts';
import { type LookContext, lookForProof } from '#worker/employers/check-proof.ts';
import type { IssueLink } from '#worker/employers/model/issue-link.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { before } from '#worker/promises/model/duration.ts';
import { CHECKED_AGAIN, CHECKED_EVERY, FAILURES_END_IT } from '#worker/promises/model/employer-periods.ts';

export interface RecheckProofsContext extends LookContext {
  readonly now: number;
  readonly language: string;
  readonly domainProofs: Pick<DomainProofsRepository, 'due' | 'noteCheck'>;
  readonly employerPeople: Pick<EmployerPeopleRepository, 'members'>;
  readonly issueLink: IssueLink;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

type Due = Awaited<ReturnType<DomainProofsRepository['due']>>[number];

/** Looks again at domains that were proven long ago, some at once. Two failures in a row end the mark; a look that was not possible is none. */
export async function recheckProofs(
  context: RecheckProofsContext,
  limit: number,
): Promise<{ readonly looked: number; readonly lost: number }> {
  const { now, domainProofs } = context;
  const due = await domainProofs.due({ every: before(now, CHECKED_EVERY), again: before(now, CHECKED_AGAIN), limit });
  let lost = 0;
  for (const one of due) if (await recheck(context, one)) lost += 1;
  return { looked: due.length, lost };
}

/** True where the mark went. */
async function recheck(context: RecheckProofsContext, { proof, employer }: Due): Promise<boolean> {
  const { now, domainProofs } = context;
  const seen = proof.way === 'mail' ? 'not-found' : await lookForProof(context, proof);
  if (seen === 'not-looked') return false;
  const failures = seen === 'proven' ? 0 : proof.failures + 1;
  const isOver = failures >= FAILURES_END_IT;
  const sent = proof.way === 'mail' && !isOver ? await askAgain(context, proof) : null;
  const mails = isOver ? await tellOwners(context, { proof, employer }) : [];
  await domainProofs.noteCheck({ proof, now, failures, isOver, sent, mails });
  return isOver;
}

/** Nobody can look into a mailbox: whoever reads it is asked once more, and pressing the button is the proof. */
function askAgain(context: RecheckProofsContext, { id, domain, mailbox }: DomainProof) {
  return mailTo(context, { id, domain, mailbox: mailbox ?? '', network: null, again: true });
}

async function tellOwners({ employerPeople, prepareMail, now }: RecheckProofsContext, { proof, employer }: Due) {
  const people = await employerPeople.members(proof.employerSeq);
  const owners = people.filter(({ role }) => role === 'owner');
  return Promise.all(
    owners.map(({ accountId, email, language }) =>
      prepareMail({
        kind: 'mark-lost',
        key: `mark-lost/${proof.id}/${accountId}/${now}`,
        to: email,
        accountId,
        language,
        facts: { employer: employer.name, domain: proof.domain },
        network: null,
      }),
    ),
  );
}
