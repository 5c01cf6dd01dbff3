import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { AT_NAMES, DOT_NAMES } from '#worker/jobs/model/contact-words.ts';
import type { ContactKind } from '#worker/jobs/model/contacts.ts';

/** A contact as it is shown: what to read, and where a press leads; null where no program can use it. */
export interface PlainContact {
  readonly kind: ContactKind;
  readonly text: string;
  /** `mailto:…`, `tel:…` or `https://…` */
  readonly href: string | null;
}

/** What stands for the at sign and the dot in disguised addresses, as `worker/jobs/model/contact-patterns.ts` finds them. */
const AT = new RegExp(
  `\\s*(?:\\\\?[[({<]\\s*(?:at|@|＠|chez|a|${AT_NAMES})\\s*[\\])}>]|_{1,3}at_{1,3}|%40|&(?:#0*64|#x0*40|commat);|[＠﹫]|\\s@\\s?|@\\s|\\s(?:at|${AT_NAMES})\\s|[|"'«~/–-]\\s?(?:at|ät)\\s?[|"'»~/–-])\\s*`,
  'giu',
);
const DOT = new RegExp(
  `\\s*(?:\\\\?[[({<]\\s*(?:\\.|${DOT_NAMES})\\s*[\\])}>]|_{1,3}dot_{1,3}|&(?:#0*46|#x0*2e|period);|[．。｡]|\\s\\.\\s?|\\s(?:${DOT_NAMES})\\s|[|"'«~/–-]\\s?(?:${DOT_NAMES})\\s?[|"'»~/–-])\\s*`,
  'giu',
);

/** The address that a contact of kind `mail` means, disguised or not; null where it cannot be read. */
export function plainMail(value: string): string | null {
  const bare = value.replace(/^mailto:/i, '').replaceAll('\\', '');
  const spelt = /^(?:\S )+@(?: \S)+$/u.test(bare) ? bare.replaceAll(' ', '') : bare;
  return readEmailAddress(spelt)?.shown ?? readEmailAddress(spelt.replace(AT, '@').replace(DOT, '.'))?.shown ?? null;
}

/** As people read it, without the disguise, and as programs dial or open it. */
export function plainContact({ kind, value }: { readonly kind: ContactKind; readonly value: string }): PlainContact {
  if (kind === 'mail') {
    const mail = plainMail(value);
    return { kind, text: mail ?? value, href: mail === null ? null : `mailto:${mail}` };
  }
  if (kind === 'messenger') return { kind, text: value, href: webAddress(value) };
  const text = value.replace(/^(?:tel|sms|callto):/i, '');
  return { kind, text, href: dialled(text) };
}

/** For `tel:`: digits, with a plus before a number that says its country. Null for letters and numbers in words. */
function dialled(text: string): string | null {
  const number = text.replace(/\s*(?:ext|x)\.?\s*\d+$/i, '').normalize('NFKC');
  if (/\p{L}/u.test(number)) return null;
  const digits = number.replace(/\D/g, '');
  if (digits.length < 5) return null;
  return `tel:${/^\s*(?:\+|00)/.test(number) ? `+${digits.replace(/^00/, '')}` : digits}`;
}

function webAddress(value: string): string | null {
  const url = URL.parse(/^https?:\/\//i.test(value) ? value.replace(/^http:/i, 'https:') : `https://${value}`);
  return url !== null && MESSENGERS.has(url.hostname) && url.pathname.length > 1 ? url.href : null;
}

const MESSENGERS: ReadonlySet<string> = new Set([
  'wa.me',
  't.me',
  'telegram.me',
  'api.whatsapp.com',
  'chat.whatsapp.com',
  'm.me',
  'viber.me',
]);
