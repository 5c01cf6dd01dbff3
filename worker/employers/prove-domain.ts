import type { DomainProofsRepository } from '#db/repositories/domain-proofs.ts';
import type { Proven } from '#db/repositories/domain-proving.ts';
import type { EmployerPeopleRepository } from '#db/repositories/employer-people.ts';
import type { LinkUse } from '#db/repositories/link-tokens.ts';
import type { LookAlikesRepository } from '#db/repositories/look-alikes.ts';
import { isStandardMailbox } from '#worker/employers/model/proof-ways.ts';
import { newId } from '#worker/kernel/random.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { after } from '#worker/promises/model/duration.ts';
import { CLAIM_NOTICE } from '#worker/promises/model/employer-periods.ts';

export interface ProveDomainContext {
  readonly now: number;
  readonly domainProofs: Pick<DomainProofsRepository, 'find' | 'prove'>;
  readonly employerPeople: Pick<EmployerPeopleRepository, 'members'>;
  readonly lookAlikes: LookAlikesRepository;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

export type FoundProof = NonNullable<Awaited<ReturnType<DomainProofsRepository['find']>>>;

/**
 * What follows once a domain was proven. An owner's proof makes the mark; a mailbox of one's own says where somebody works; a claim makes an
 * owner at once only where nobody works for the employer and the domain is the one of its web site. Everything else a moderator decides.
 * False where the proof was given up or used meanwhile.
 */
export async function takeProof(
  context: ProveDomainContext,
  { use, ...found }: FoundProof & { readonly use: LinkUse | null },
): Promise<boolean> {
  const { proof, employer } = found;
  const { now } = context;
  const does = await whatItDoes(context, found);
  const noticeUntil = does === 'ask-moderator' ? await noticeOf(context, found) : null;
  const alike =
    does === 'works-at'
      ? null
      : await context.lookAlikes.find({ seq: employer.seq, name: employer.name, domain: proof.domain, isProven: true });
  const flags = alike === null ? [] : [{ flag: 'look-alike-domain', field: alike.field, quote: alike.like.slice(0, 120) } as const];
  const asks = does === 'ask-moderator' || (flags.length > 0 && proof.provenAt === null);
  const opened = { id: newId(), employerSeq: employer.seq, subjectId: proof.id, title: employer.name, flags, openedAt: now };
  return context.domainProofs.prove({
    proof,
    now,
    does,
    noticeUntil,
    use,
    case: asks ? { ...opened, kind: 'claim' } : null,
    lines:
      proof.accountId === null ? [] : [{ accountId: proof.accountId, at: now, kind: 'domain-proven', details: { name: proof.domain } }],
    mails: noticeUntil === null ? [] : await notices(context, { found, until: noticeUntil }),
  });
}

async function whatItDoes({ employerPeople }: ProveDomainContext, { proof, employer }: FoundProof): Promise<Proven['does']> {
  if (!proof.claims) return proof.way === 'mail' && !isStandardMailbox(proof.mailbox ?? '') ? 'works-at' : 'mark';
  const people = await employerPeople.members(proof.employerSeq);
  const host = employer.website === null ? '' : (URL.parse(employer.website)?.hostname ?? '');
  const isItsSite = host === proof.domain || host.endsWith(`.${proof.domain}`);
  return people.length === 0 && isItsSite && employer.status === 'active' ? 'claim' : 'ask-moderator';
}

/** From when a moderator may decide: those who work there have time to object. */
async function noticeOf({ now, employerPeople }: ProveDomainContext, { proof }: FoundProof): Promise<number> {
  const people = await employerPeople.members(proof.employerSeq);
  return people.length === 0 ? now : after(now, CLAIM_NOTICE);
}

async function notices(
  { prepareMail, employerPeople }: ProveDomainContext,
  { found: { proof, employer }, until }: { readonly found: FoundProof; readonly until: number },
) {
  const people = await employerPeople.members(proof.employerSeq);
  return Promise.all(
    people.map(({ accountId, email, language }) =>
      prepareMail({
        kind: 'claim-notice',
        key: `claim-notice/${proof.id}/${accountId}`,
        to: email,
        accountId,
        language,
        facts: { employer: employer.name, domain: proof.domain, until },
        network: null,
      }),
    ),
  );
}
