import type { DomainProofsRepository } from '#db/repositories/domain-proofs.ts';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import { readDomain } from '#worker/employers/model/domain.ts';
import type { IssueLink } from '#worker/employers/model/issue-link.ts';
import { isStandardMailbox, type ProofWay } from '#worker/employers/model/proof-ways.ts';
import { type OwnEmployerContext, ownEmployer, ownedEmployer } from '#worker/employers/own-employer.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { LINK_LASTS } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

export interface AskProofContext extends OwnEmployerContext {
  readonly now: number;
  readonly language: string;
  readonly board: { readonly dnsResolver: string | null };
  readonly domainProofs: Pick<DomainProofsRepository, 'ask'>;
  readonly issueLink: IssueLink;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

export interface ProofWished {
  readonly actor: Member;
  readonly visit: Pick<Visit, 'network'>;
  /** Of the employer. */
  readonly id: string;
  readonly way: ProofWay;
  /** A domain or web address; the whole mail address where somebody proves where they work. */
  readonly domain: string;
  /** One of the four that only whoever runs a domain reads; empty for an address of one's own. */
  readonly mailbox: string;
}

/** Begins to prove a domain: writes a mail there, or says what record or file to put up. Nothing is verified by it. */
export async function askProof(context: AskProofContext, wished: ProofWished): Promise<{ readonly proof: string }> {
  const { actor, id, way } = wished;
  requireUnfrozen(actor);
  const { domain, mailbox } = read(wished);
  const isOwnAddress = mailbox !== null && !isStandardMailbox(mailbox);
  const { seq } = await (isOwnAddress ? ownEmployer : ownedEmployer)(context, { actor, id });
  if (way !== 'mail' && context.board.dnsResolver === null) {
    throw new DomainError('conflict', 'employers.mail-only');
  }
  const { now } = context;
  const proof = newProof({ employerSeq: seq, accountId: actor.accountId, domain, way, mailbox, claims: false }, now);
  const sent = mailbox === null ? null : await mailTo(context, { ...proof, mailbox, network: wished.visit.network });
  const line = { accountId: actor.accountId, at: now, kind: 'domain-asked', details: { name: domain } } as const;
  const asked = await context.domainProofs.ask({ proof, line, sent });
  if (!asked) throw new DomainError('conflict', 'employers.proofs-open');
  return { proof: proof.id };
}

function read({ way, domain: text, mailbox }: ProofWished): { readonly domain: string; readonly mailbox: string | null } {
  if (way === 'mail' && mailbox !== '' && !isStandardMailbox(mailbox)) throw invalidField('mailbox', 'employers.mailbox');
  const address = way === 'mail' && mailbox === '' ? readEmailAddress(text) : null;
  if (way === 'mail' && mailbox === '' && address === null) throw invalidField('domain', 'employers.work-address');
  const found = readDomain(address?.shown ?? text);
  if (found.is !== 'domain') throw invalidField('domain', `employers.domain-${found.is}`);
  if (address !== null && address.key.endsWith(`@${found.domain}`) === false) {
    throw invalidField('domain', 'employers.address-below-domain');
  }
  if (way !== 'mail') return { domain: found.domain, mailbox: null };
  return { domain: found.domain, mailbox: address === null ? mailbox : address.key.slice(0, address.key.lastIndexOf('@')) };
}

interface Wanted {
  readonly employerSeq: number;
  readonly accountId: string;
  readonly domain: string;
  readonly way: ProofWay;
  readonly mailbox: string | null;
  readonly claims: boolean;
}

/** A row of a proof that begins now. */
export function newProof(wanted: Wanted, now: number) {
  const open = { provenAt: null, noticeUntil: null, checkedAt: null, failures: 0, endedAt: null };
  return { ...wanted, ...open, id: newId(), challenge: newId(), askedAt: now, expiresAt: after(now, LINK_LASTS['prove-domain']) };
}

interface ProofMail {
  readonly id: string;
  readonly domain: string;
  readonly mailbox: string;
  /** Null where the board itself asks again. */
  readonly network: string | null;
  readonly again?: boolean;
}

/** The mail that proves a domain, or where somebody works, and its link. */
export async function mailTo(context: Pick<AskProofContext, 'now' | 'language' | 'issueLink' | 'prepareMail'>, proof: ProofMail) {
  const { id, domain, mailbox, network, again = false } = proof;
  const { token, link } = await context.issueLink(context.now, { kind: 'prove-domain', subjectId: id });
  const facts = { token, until: link.expiresAt, domain, worksAt: !isStandardMailbox(mailbox), again };
  const to = `${mailbox}@${domain}`;
  const key = `prove-domain/${link.id}`;
  return {
    link,
    mail: await context.prepareMail({ kind: 'prove-domain', key, to, accountId: null, language: context.language, facts, network }),
  };
}
