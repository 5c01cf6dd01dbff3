import type { DomainProof } from '#db/repositories/domain-proofs.ts';
import type { EmployerView } from '#worker/employers/model/employer-view.ts';
import { proofFile, proofRecord, proofText } from '#worker/employers/model/proof-ways.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';

/** A proof as whoever asked for it sees it. */
export function proofOf(proof: DomainProof): EmployerView['proofs'][number] {
  const { id, domain, way, mailbox, challenge, expiresAt, provenAt, noticeUntil, failures } = proof;
  return {
    id,
    domain,
    way,
    to: mailbox === null ? null : `${mailbox}@${domain}`,
    text: proofText(challenge),
    record: proofRecord(domain),
    file: proofFile(domain),
    until: isoTime(expiresAt),
    isProven: provenAt !== null,
    decidedFrom: noticeUntil === null ? null : isoTime(noticeUntil),
    failures,
  };
}
