import { AT_NAMES, DOT_NAMES, FIGURE_NAMES, FREE_MAIL } from '#worker/jobs/model/contact-words.ts';
import type { ContactKind } from '#worker/jobs/model/contacts.ts';

const LABEL_PHONE =
  'tel|telephone|phone|ph|fax|mobile|mob|cell|call|dial|ring|text|sms|contact|telefon|telefax|handy|mobil|puh|puhelin|puhelinnumero|tfn|telefonnummer|əlaqə|nömrə|zəng|тел|телефон';
const LABEL_MESSENGER =
  'whats\\s?app|telegram|viber|signal|skype|wechat|we\\s?chat|threema|icq|messenger|imo|kakaotalk|insta|instagram|discord|snapchat|line id';
const AT_SIGN = '(?:[@＠﹫]|&(?:#0{0,4}64|#x0{0,4}40|commat);)';
const DOT = '(?:[.。．｡]|&(?:#0{0,4}46|#x0{0,4}2e|period);)';
const AT_WORD = `\\\\?[\\[({<]\\s{0,4}(?:at|@|＠|chez|a|${AT_NAMES})\\s{0,4}[\\])}>]`;
const DOT_WORD = `\\s{0,4}\\\\?[\\[({<]\\s{0,4}(?:\\.|${DOT_NAMES})\\s{0,4}[\\])}>]\\s{0,4}|\\s{1,4}(?:dot|punkt|piste|nöqtə)\\s{1,4}`;
/** `-at-`, `"at"`, `|at|` */
const FENCED = (words: string) => `\\s{0,4}[|"'«~/–-]\\s{0,2}(?:${words})\\s{0,2}[|"'»~/–-]\\s{0,4}`;
/** Repetitions have an end, so that no text makes them slow. */
const LOCAL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._+'%\\\\-]{0,62}[\\p{L}\\p{N}_])?";
const HOST = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';

/** Quick tests that spare most texts the slow patterns. */
const AT = /[@＠﹫]|&(?:#|commat)/i;
const AT_OR_WORD = /[@＠﹫]|&(?:#|commat)|[[({<]\s{0,4}\p{L}{1,12}(?:-\p{L}{1,8})?\s{0,4}[\])}>]/iu;
const LINED_AT = /_at_/i;
const PLAIN_AT = /\sat\s[\s\S]{1,80}(?:dot|punkt|piste|nöqtə|point|\.)/i;
const DOMAIN = /\.[\])]?\s?(?:me|dog|link|gg|group)\/|(?:whatsapp|messenger|snapchat|skype|discord)\.com\//i;
const FENCED_AT = /[|"'«~/–-]\s{0,2}(?:at|ät)\s{0,2}[|"'»~/–-]/iu;
const NAMED_AT = new RegExp(AT_NAMES, 'i');
const FREE = new RegExp(`(?:${FREE_MAIL})`, 'i');
const SCHEME = /\b(?:skype|viber|whatsapp|tg|signal|sgnl|tel|sms|callto|facetime):/i;
const MESSENGER =
  /whats\s?app|telegram|viber|signal|skype|we\s?chat|threema|icq|messenger|\bimo\b|kakaotalk|\binsta(?:gram)?\b|discord|snapchat|line id/i;
const INTERNATIONAL = /[+＋]|00[\d ]/u;
const GROUPED = /\d{3}[)\-. –]\s?\d{3}/u;
const LEADING_ZERO = /0[1-9]\d{0,3}\)?[\s/–_~|•·'’*-]{1,3}\d{2}/u;
const LEADING_ZERO_RUN = /0[1-9]\d{7}/u;
const PAIRS = /0[1-9]\d{0,2}[ .–-]\d{2}/u;
const BRACKETED = /\(\d{3,4}\)/u;
const SINGLE = /\d[ .·_-]\d[ .·_-]\d[ .·_-]\d/u;
const PHONE_WORD = /\d[\d ()./–-]{4,20}\d/u;
const FIGURE_WORD = new RegExp(`(?:${FIGURE_NAMES})[\\s,./–-]{1,3}(?:${FIGURE_NAMES}|\\d)`, 'i');
const FIGURE = `(?:${FIGURE_NAMES}|\\d{1,4})`;

/** Each pattern's first group, where it has one, is the contact; the words that introduce it stay. */
export const CONTACT_PATTERNS: readonly {
  readonly kind: ContactKind;
  readonly needs: RegExp;
  readonly pattern: RegExp;
  readonly when?: (text: string) => boolean;
}[] = [
  { kind: 'mail', needs: AT, pattern: new RegExp(`(?:mailto:)?${LOCAL}${AT_SIGN}${HOST}(?:\\\\?${DOT}${HOST}){1,6}`, 'giu') },
  {
    kind: 'mail',
    needs: AT,
    pattern: new RegExp(
      `${LOCAL}\\s{1,4}${AT_SIGN}\\s{0,4}${HOST}(?:${DOT}${HOST}){1,6}|${LOCAL}${AT_SIGN}\\s{1,4}${HOST}(?:${DOT}${HOST}){1,6}`,
      'giu',
    ),
  },
  {
    kind: 'mail',
    needs: AT,
    pattern: new RegExp(`${LOCAL}\\s{0,4}${AT_SIGN}\\s{0,4}${HOST}(?:\\s{1,4}${DOT}\\s{0,4}[a-z]{2,10}){1,6}`, 'giu'),
  },
  {
    kind: 'mail',
    needs: AT_OR_WORD,
    pattern: new RegExp(
      `${LOCAL}\\s{0,4}(?:${AT_WORD}|${AT_SIGN})\\s{0,4}${HOST}(?:(?:${DOT_WORD}|\\s{0,4}${DOT}\\s{0,4})${HOST}){1,6}`,
      'giu',
    ),
    when: isDisguised,
  },
  {
    kind: 'mail',
    needs: PLAIN_AT,
    pattern: new RegExp(
      `${LOCAL}(?:(?:${DOT_WORD})${LOCAL})?\\s{1,4}at\\s{1,4}(?!(?:the|a|an|our|your|this|that|each|every|one)\\s)${HOST}(?:(?:${DOT_WORD})[\\p{L}]{2,}){1,6}`,
      'giu',
    ),
  },
  {
    kind: 'mail',
    needs: LINED_AT,
    pattern: new RegExp(`${LOCAL}_{1,3}at_{1,3}${HOST}(?:(?:${DOT_WORD}|_{1,3}dot_{1,3}|${DOT})${HOST}){1,6}`, 'giu'),
  },
  {
    kind: 'mail',
    needs: FENCED_AT,
    pattern: new RegExp(
      `${LOCAL}${FENCED('at|ät')}${HOST}(?:(?:${FENCED(DOT_NAMES)}|${DOT_WORD}|${DOT})[\\p{L}][\\p{L}\\p{N}-]{1,61}){1,6}`,
      'giu',
    ),
  },
  {
    kind: 'mail',
    needs: NAMED_AT,
    pattern: new RegExp(
      `${LOCAL}\\s{1,4}(?:${AT_NAMES})\\s{1,4}${HOST}(?:(?:\\s{1,4}(?:${DOT_NAMES})\\s{1,4}|${DOT_WORD}|${DOT})[\\p{L}][\\p{L}\\p{N}-]{1,61}){1,6}`,
      'giu',
    ),
  },
  {
    kind: 'mail',
    needs: FREE,
    pattern: new RegExp(
      `${LOCAL}(?:${AT_SIGN}|\\s{1,4}at\\s{1,4}|\\s{0,4}[\\[({<]\\s{0,2}(?:at\\s{1,2}|@)?)(?:${FREE_MAIL})(?![\\p{L}\\p{N}])(?:\\s{0,2}[\\])}>])?(?:(?:${DOT_WORD}|${DOT})[a-z]{2,6})?`,
      'giu',
    ),
    when: isLikeMailbox,
  },
  { kind: 'mail', needs: /%40/, pattern: new RegExp(`${LOCAL}%40${HOST}(?:\\.${HOST}){1,6}`, 'giu') },
  { kind: 'mail', needs: AT, pattern: /(?:\b[\p{L}\p{N}] ){2,40}@(?: [\p{L}\p{N}.]){3,60}/giu },
  {
    kind: 'messenger',
    needs: DOMAIN,
    pattern:
      /(?:https?:\/\/)?(?<![\p{L}\p{N}-])(?:wa\s?[[(]?\.[\])]?\s?(?:me|link)|signal\.(?:me|group)|t\s?[[(]?\.[\])]?\s?me|telegram\.(?:me|dog)|(?:(?:api|chat|web|www)\.)?whatsapp\.com|m\.me|ig\.me|line\.me|viber\.me|(?:www\.)?messenger\.com\/t|(?:www\.)?snapchat\.com\/add|join\.skype\.com|discord\.gg|discord\.com\/(?:invite|users))\/[^\s)\]"<>]+/giu,
  },
  { kind: 'messenger', needs: SCHEME, pattern: /\b(?:skype|viber|whatsapp|tg|signal|sgnl|callto|facetime):[^\s)\]"<>]{4,}/giu },
  {
    kind: 'messenger',
    needs: MESSENGER,
    pattern: new RegExp(`(?<![\\p{L}])(?:${LABEL_MESSENGER})[^\\p{L}\\p{N}\\n]{0,6}(\\+?\\(?\\d[\\d\\s().\\/–-]{5,24}\\d)`, 'giu'),
  },
  {
    kind: 'messenger',
    needs: MESSENGER,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:${LABEL_MESSENGER})(?:\\s{0,4}(?:id|name|handle|user|channel|on|at|:|-|–)){0,4}\\s{0,4}(@[\\p{L}\\p{N}_.]{3,}|(?<=(?:id|:)\\s{0,4})[\\p{L}\\p{N}]*[\\p{N}_.:][\\p{L}\\p{N}_]+)`,
      'giu',
    ),
  },
  { kind: 'phone', needs: SCHEME, pattern: /\b(?:tel|sms|callto|facetime):\/{0,2}\+?[\d().%-]{4,}\d/giu },
  {
    kind: 'phone',
    needs: INTERNATIONAL,
    pattern: /(?<![\p{L}\p{N}+])(?:\+|＋|00(?=[\d ]))[\s(]{0,2}(?:\d[\s()./·–-]{0,3}){7,14}\d(?!\d)/gu,
  },
  {
    kind: 'phone',
    needs: GROUPED,
    pattern:
      /(?<![\p{L}\p{N}$€£#+.,-])(?:1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[-. –])\d{3}[-. –]\d{4}(?![\d\p{L}]|[.,-]\d)(?:\s*(?:ext|x)\.?\s*\d{1,6})?/giu,
  },
  { kind: 'phone', needs: GROUPED, pattern: /(?<![\p{L}\p{N}$€£#+.,-])(?:1[\s.-]?)?\d{3}[-.]\d{3}[-.][A-Z]{4}(?![\p{L}\p{N}])/gu },
  {
    kind: 'phone',
    needs: LEADING_ZERO,
    pattern:
      /(?<![\p{L}\p{N}$€£#+.,/:-])\(?0[1-9]\d{0,3}\)?[\s/–_~|•·'’*-]{1,3}(?:\d{2,8}[\s/–_~|•·'’*-]{0,3}){1,4}(?![\p{L}\d]|[.,:]\d)/gu,
    when: isLocalNumber,
  },
  {
    kind: 'phone',
    needs: LEADING_ZERO_RUN,
    pattern:
      /(?<![\p{L}\p{N}$€£#+.,/:_-])(?<!\b(?:id|ref|reference|no|nr|code|ean|isbn)[\s.:#]{1,3})0[1-9]\d{7,9}(?![\p{L}\p{N}_]|[.,:/-]\d)/giu,
  },
  {
    kind: 'phone',
    needs: PAIRS,
    pattern:
      /(?<![\p{L}\p{N}$€£#+.,/:-])0[1-9](?:[ .–-]\d{2}){4}(?![\p{L}\p{N}]|[ .,:–-]\d)|(?<![\p{L}\p{N}$€£#+.,/:-])0[1-9]\d{1,2}(?:\.\d{2,4}){2,3}(?![\p{L}\p{N}]|[.,:-]\d)/gu,
  },
  {
    kind: 'phone',
    needs: BRACKETED,
    pattern: /(?<![\p{L}\p{N}$€£#+.,/:-])(?:8[\s-]?)?\(\d{3,4}\)\s?\d{2,3}[\s–-]\d{2}[\s–-]\d{2}(?![\p{L}\p{N}]|[.,:-]\d)/gu,
  },
  { kind: 'phone', needs: SINGLE, pattern: /(?<![\p{L}\p{N}])(?:\d[ .·_-]){8,13}\d(?![\p{L}\p{N}])/gu },
  {
    kind: 'phone',
    needs: PHONE_WORD,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:${LABEL_PHONE})(?:\\.|:|\\s|number|no|nr|us|me|at|on|to|#|-|–|our|office){0,8}?\\s{0,4}[:.#]?\\s{0,4}(\\+?\\(?\\d[\\d ().\\/–-]{4,20}\\d)(?![\\p{L}\\d])`,
      'giu',
    ),
    when: isLabelledNumber,
  },
  {
    kind: 'phone',
    needs: FIGURE_WORD,
    pattern: new RegExp(`(?<![\\p{L}\\d])(?:${FIGURE}[\\s,./–-]{1,3}){4,20}${FIGURE}(?![\\p{L}\\d])`, 'giu'),
    when: isSpelt,
  },
];

/** `Nurse @ St. Mary` names a place: a real disguise brackets its at or its dot. */
function isDisguised(text: string): boolean {
  return /[[({<]/.test(text) || /\s(?:dot|punkt|piste|nöqtə)\s/iu.test(text);
}

function digitsOf(text: string): string {
  return text.replace(/\P{Nd}/gu, '');
}

/** A number as dialled inside a country: it begins with 0, and is neither a date nor working hours. */
function isLocalNumber(text: string): boolean {
  const count = digitsOf(text).length;
  const isHours = /^(?:[01]\d|2[0-4])[0-5]\d\s?[-–]\s?(?:[01]\d|2[0-4])[0-5]\d$/u.test(text.trim());
  return count >= 8 && count <= 12 && !isDate(text) && !isHours;
}

function isLabelledNumber(text: string): boolean {
  const count = digitsOf(text).length;
  const isSpan = /^\d{4}\s?[-–]\s?\d{4}$/u.test(text) && text.startsWith('20');
  return count >= 6 && count <= 15 && !isDate(text) && !isSpan;
}

function isDate(text: string): boolean {
  return /^\s*(?:\d{1,2}[./\s-]\d{1,2}[./\s-](?:19|20)?\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})(?!\d)/u.test(text);
}

/** Names of figures, at least three, that make up a number to dial, with figures between or without. */
function isSpelt(text: string): boolean {
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  const count = words + digitsOf(text).length;
  return words >= 3 && count >= 7 && count <= 18;
}

/** `Skills (Outlook)` names a program: without an at sign, what stands before must look like no word. */
function isLikeMailbox(text: string): boolean {
  return /[@＠﹫&]/.test(text) || /^\S*[\p{N}._]\S*\s/u.test(text);
}
