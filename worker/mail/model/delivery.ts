/**
 * What became of an attempt: taken by the mail server; refused for good; refused for now; or the server itself was out of reach, which
 * says nothing about the mail. `trouble` is in our words, for what a server says may name somebody.
 */
export type Delivery = { readonly is: 'sent' } | { readonly is: 'refused' | 'later' | 'unreachable'; readonly trouble: string };

/** What is known of a failure: names of the library's errors and the code of the server's answer. */
export interface Failure {
  readonly code: string;
  /** Which command the answer was to. */
  readonly command: string;
  /** 0 where there was no answer. */
  readonly status: number;
}

/** Only what is said about the recipient or the words is about the mail; everything else is about the server or our account there. */
export function deliveryOf({ code, command, status }: Failure): Delivery {
  const isAboutMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'RCPT TO');
  if (isAboutMail && status >= 500) return { is: 'refused', trouble: `The mail server refused this mail (${status}).` };
  if (isAboutMail && status >= 400 && status !== 421)
    return { is: 'later', trouble: `The mail server asked to come back later (${status}).` };
  if (code === 'EAUTH') return { is: 'unreachable', trouble: `The mail server refused the user or password of SMTP_URL (${status}).` };
  if (code === 'ETLS')
    return { is: 'unreachable', trouble: 'No TLS with the mail server: it offers none, or its certificate does not fit.' };
  if (code === 'ETIMEDOUT') return { is: 'unreachable', trouble: 'The mail server took too long.' };
  if (status > 0) return { is: 'unreachable', trouble: `The mail server takes no mail from us at the moment (${status}).` };
  return {
    is: 'unreachable',
    trouble: 'The connection to the mail server could not be made, or broke off: does it run, and does its certificate fit its name?',
  };
}
