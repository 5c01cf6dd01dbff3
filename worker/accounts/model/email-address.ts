/** An address that somebody typed, read. */
export interface EmailAddress {
  /** To write to, and to show: as typed, without blanks around it; the domain in its ASCII form. */
  readonly shown: string;
  /** To compare: all in lower case. `me+jobs@` stays another address than `me@`: only its owner knows that both are one mailbox. */
  readonly key: string;
}

const LONGEST = 254;
const LONGEST_LOCAL = 64;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * Reads an e-mail address; null for what is none. Letters beyond ASCII before the @ are refused, because they look like others;
 * a domain with them is written in its ASCII form, in which no two look alike.
 */
export function readEmailAddress(text: string): EmailAddress | null {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, at);
  const domain = at < 1 || trimmed.length > LONGEST ? null : asciiDomain(trimmed.slice(at + 1));
  if (domain === null || local.length > LONGEST_LOCAL || !LOCAL.test(local)) return null;
  const shown = `${local}@${domain}`;
  return shown.length > LONGEST ? null : { shown, key: shown.toLowerCase() };
}

/** What staff, logs of activity and other mailboxes see of an address: `m…@e….org`. */
export function maskAddress(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  const labels = domain.split('.');
  const end = labels.at(-1) ?? '';
  return `${local.slice(0, 1)}…@${domain.slice(0, 1)}….${end}`;
}

function asciiDomain(text: string): string | null {
  if (/[\s/?#:@[\]\\%]/.test(text)) return null;
  const url = URL.parse(`https://${text}`);
  const host = url?.hostname ?? '';
  return DOMAIN.test(host) ? host : null;
}
