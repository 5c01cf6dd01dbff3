/** Mailboxes that only whoever runs a domain reads (RFC 2142): a mail to one of them proves it. */
export const STANDARD_MAILBOXES = ['postmaster', 'hostmaster', 'webmaster', 'admin'] as const;

export const PROOF_WAYS = ['mail', 'dns', 'file'] as const;
export type ProofWay = (typeof PROOF_WAYS)[number];

const NAME = 'keepword-verification';

/** What the record or the file has to say. */
export const proofText = (challenge: string) => `${NAME}=${challenge}`;
/** The name under which the DNS record stands. */
export const proofRecord = (domain: string) => `_${NAME}.${domain}`;
export const proofFile = (domain: string) => `https://${domain}/.well-known/${NAME}.txt`;

/** Whether a proof by mail is one of the whole domain, and not only that somebody works there. */
export function isStandardMailbox(mailbox: string): boolean {
  return STANDARD_MAILBOXES.some((standard) => standard === mailbox);
}
