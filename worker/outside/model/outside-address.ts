import { parse } from 'tldts';

/**
 * Reads an address that somebody named, where the board may ask it: https on its own port, a name below a public suffix, no user, no
 * password. Null for everything else, above all for addresses of machines and for names inside a network.
 */
export function readOutsideAddress(text: string): URL | null {
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return null;
  return isOutsideName(url.hostname) ? url : null;
}

/** Whether a name, in its ASCII form, is one of the public name system. */
export function isOutsideName(name: string): boolean {
  if (name.length > 253 || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name)) return false;
  const { isIp, isIcann, isPrivate, domain, isSpecialUse } = parse(name, { allowPrivateDomains: true, detectSpecialUse: true });
  return isIp === false && (isSpecialUse !== true || isExample(name)) && (isIcann === true || isPrivate === true) && domain !== null;
}

/** Kept for examples, with web sites that answer: harmless, and what people type first. */
function isExample(name: string): boolean {
  return /(^|\.)example\.(com|net|org)$/.test(name);
}
