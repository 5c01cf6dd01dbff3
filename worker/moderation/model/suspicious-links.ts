import { fold } from '#worker/kernel/text.ts';

const SHORTENERS: ReadonlySet<string> = new Set([
  'bit.ly',
  'buff.ly',
  'cutt.ly',
  'goo.gl',
  'is.gd',
  'lnkd.in',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  's.id',
  'shorturl.at',
  'surl.li',
  't.co',
  't.ly',
  'tiny.cc',
  'tinyurl.com',
  'v.gd',
]);

/** Files that a device runs. */
const PROGRAM = /\.(?:apk|appx|bat|cmd|dmg|exe|hta|iso|jar|js|lnk|msi|pkg|ps1|scr|vbs)$/i;
const IP_ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/i;
const WEB_LINK = /https?:\/\/[^\s)\]"<>]+/giu;
/** `[text](address`, to see whether the text itself reads like an address. Every repetition has an end, so that no text makes it slow. */
const NAMED_LINK = /\[([^\]]{4,200})\]\(\s{0,4}<?(https?:\/\/[^\s)>]{1,2000})/giu;
const LIKE_A_HOST = /^(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[/?#].*)?$/iu;

/** Every link of a text that hides where it leads, or leads to what no ad needs: as it is written there. */
export function suspiciousLinks(text: string): readonly string[] {
  if (!text.includes('://')) return [];
  const hidden = Array.from(text.matchAll(WEB_LINK), ([link]) => link).filter(isSuspicious);
  const misnamed = Array.from(text.matchAll(NAMED_LINK)).flatMap(([whole, name = '', link = '']) =>
    isMisnamed(name, link) ? [whole] : [],
  );
  return [...new Set([...hidden, ...misnamed])];
}

/** Whether one address hides where it leads. */
export function isSuspicious(link: string): boolean {
  const url = URL.parse(link);
  if (url === null) return true;
  const { protocol, hostname, port, username, password, pathname } = url;
  const host = hostname.replace(/^www\./, '');
  if (protocol !== 'https:' && protocol !== 'http:') return true;
  if (username !== '' || password !== '' || port !== '') return true;
  return SHORTENERS.has(host) || IP_ADDRESS.test(hostname) || isMixed(hostname) || PROGRAM.test(pathname);
}

/** Names in other letters are fine; those that this board cannot show as they are may be made to look like another's. */
function isMixed(hostname: string): boolean {
  return hostname.split('.').some((label) => label.startsWith('xn--'));
}

function isMisnamed(name: string, link: string): boolean {
  const named = LIKE_A_HOST.exec(name.trim())?.[1];
  const real = URL.parse(link)?.hostname.replace(/^www\./, '');
  if (named === undefined || real === undefined) return false;
  return !fold(real).endsWith(fold(named)) && !fold(named).endsWith(fold(real));
}
