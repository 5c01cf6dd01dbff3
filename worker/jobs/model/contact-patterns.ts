import type { ContactKind } from '#worker/jobs/model/contacts.ts';

const LABEL_PHONE =
  'tel|telephone|phone|ph|fax|mobile|mob|cell|call|dial|ring|text|sms|contact|telefon|telefax|handy|mobil|puh|puhelin|puhelinnumero|tfn|telefonnummer|əlaqə|nömrə|zəng|тел|телефон';
const LABEL_MESSENGER = 'whats\\s?app|telegram|viber|signal|skype|wechat|we\\s?chat|threema|icq|messenger|imo|kakaotalk';
const AT_SIGN = '(?:[@＠﹫]|&(?:#0{0,4}64|#x0{0,4}40|commat);)';
const DOT = '(?:[.。．｡]|&(?:#0{0,4}46|#x0{0,4}2e|period);)';
const AT_WORD = '\\\\?[\\[({<]\\s{0,4}(?:at|ät|@|＠|chez|arroba|miukumauku|snabel-?a|a)\\s{0,4}[\\])}>]';
const DOT_WORD =
  '\\s{0,4}\\\\?[\\[({<]\\s{0,4}(?:dot|\\.|point|punkt|piste|punto|nöqtə)\\s{0,4}[\\])}>]\\s{0,4}|\\s{1,4}(?:dot|punkt|piste|nöqtə)\\s{1,4}';
/** Repetitions have an end, so that no text makes them slow. */
const LOCAL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._+'%\\\\-]{0,62}[\\p{L}\\p{N}_])?";
const HOST = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const DIGIT_WORD = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)';

/** Quick tests that spare most texts the slow patterns. */
const AT = /[@＠﹫]|&(?:#|commat)/i;
const AT_OR_WORD = /[@＠﹫]|&(?:#|commat)|[[({<]\s{0,4}(?:at|ät|chez|arroba|miukumauku|snabel-?a|a)\s{0,4}[\])}>]/i;
const LINED_AT = /_at_/i;
const PLAIN_AT = /\sat\s[\s\S]{1,80}(?:dot|punkt|piste|nöqtə|point|\.)/i;
const DOMAIN = /\.me\/|whatsapp\.com\//i;
const SCHEME = /\b(?:skype|viber|whatsapp|tg|signal|sgnl|tel|sms|callto):/i;
const MESSENGER = /whats\s?app|telegram|viber|signal|skype|we\s?chat|threema|icq|messenger|imo|kakaotalk/i;
const INTERNATIONAL = /[+＋]|00[\p{Nd} ]/u;
const GROUPED = /\p{Nd}{3}[)\-. –]\s?\p{Nd}{3}/u;
const LEADING_ZERO = /0[1-9]\p{Nd}{0,3}\)?[\s/–-]\p{Nd}{2}/u;
const LEADING_ZERO_RUN = /0[1-9]\p{Nd}{7}/u;
const PAIRS = /0[1-9]\p{Nd}{0,2}[ .–-]\p{Nd}{2}/u;
const BRACKETED = /\(\p{Nd}{3,4}\)/u;
const SINGLE = /\p{Nd}[ .·_-]\p{Nd}[ .·_-]\p{Nd}[ .·_-]\p{Nd}/u;
const PHONE_WORD = /\p{Nd}[\p{Nd} ()./–-]{4,20}\p{Nd}/u;
const NUMBER_WORDS =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|zero)[\s,-]+(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b/i;

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
    pattern: new RegExp(`${LOCAL}\\s{0,4}${AT_SIGN}\\s{0,4}${HOST}(?:\\s{1,4}${DOT}\\s{1,4}[a-z]{2,10}){1,6}`, 'giu'),
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
  { kind: 'mail', needs: /%40/, pattern: new RegExp(`${LOCAL}%40${HOST}(?:\\.${HOST}){1,6}`, 'giu') },
  { kind: 'mail', needs: AT, pattern: /(?:\b[\p{L}\p{N}] ){2,40}@(?: [\p{L}\p{N}.]){3,60}/giu },
  {
    kind: 'messenger',
    needs: DOMAIN,
    pattern:
      /(?:https?:\/\/)?(?:wa\.me|signal\.me|t\.me|telegram\.me|api\.whatsapp\.com|chat\.whatsapp\.com|m\.me|viber\.me)\/[^\s)\]"<>]+/giu,
  },
  { kind: 'messenger', needs: SCHEME, pattern: /\b(?:skype|viber|whatsapp|tg|signal|sgnl):[^\s)\]"<>]{4,}/giu },
  {
    kind: 'messenger',
    needs: MESSENGER,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:${LABEL_MESSENGER})[^\\p{L}\\p{N}\\n]{0,6}(\\+?\\(?\\p{Nd}[\\p{Nd}\\s().\\/–-]{5,24}\\p{Nd})`,
      'giu',
    ),
  },
  {
    kind: 'messenger',
    needs: MESSENGER,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:${LABEL_MESSENGER})(?:\\s{0,4}(?:id|name|handle|user|channel|on|at|:|-|–)){0,4}\\s{0,4}(@[\\p{L}\\p{N}_.]{3,}|(?<=(?:id|:)\\s{0,4})[\\p{L}\\p{N}]*[\\p{N}_.:][\\p{L}\\p{N}_]+)`,
      'giu',
    ),
  },
  { kind: 'phone', needs: SCHEME, pattern: /\b(?:tel|sms|callto):\+?[\p{Nd}().%-]{4,}\p{Nd}/giu },
  {
    kind: 'phone',
    needs: INTERNATIONAL,
    pattern: /(?<![\p{L}\p{N}+])(?:\+|＋|00(?=[\p{Nd} ]))[\s(]{0,2}(?:\p{Nd}[\s()./·–-]{0,3}){7,14}\p{Nd}(?!\p{Nd})/gu,
  },
  {
    kind: 'phone',
    needs: GROUPED,
    pattern:
      /(?<![\p{L}\p{N}$€£#+.,-])(?:1[\s.-]?)?(?:\(\p{Nd}{3}\)\s?|\p{Nd}{3}[-. –])\p{Nd}{3}[-. –]\p{Nd}{4}(?![\p{Nd}\p{L}]|[.,-]\p{Nd})(?:\s*(?:ext|x)\.?\s*\p{Nd}{1,6})?/giu,
  },
  { kind: 'phone', needs: GROUPED, pattern: /(?<![\p{L}\p{N}$€£#+.,-])(?:1[\s.-]?)?\p{Nd}{3}[-.]\p{Nd}{3}[-.][A-Z]{4}(?![\p{L}\p{N}])/gu },
  {
    kind: 'phone',
    needs: LEADING_ZERO,
    pattern: /(?<![\p{L}\p{N}$€£#+.,/:-])\(?0[1-9]\p{Nd}{0,3}\)?[\s/–-](?:\p{Nd}{2,8}[\s–-]?){1,4}(?![\p{L}\p{Nd}]|[.,:]\p{Nd})/gu,
    when: isLocalNumber,
  },
  {
    kind: 'phone',
    needs: LEADING_ZERO_RUN,
    pattern:
      /(?<![\p{L}\p{N}$€£#+.,/:_-])(?<!\b(?:id|ref|reference|no|nr|code|ean|isbn)[\s.:#]{1,3})0[1-9]\p{Nd}{7,9}(?![\p{L}\p{N}_]|[.,:/-]\p{Nd})/giu,
  },
  {
    kind: 'phone',
    needs: PAIRS,
    pattern:
      /(?<![\p{L}\p{N}$€£#+.,/:-])0[1-9](?:[ .–-]\p{Nd}{2}){4}(?![\p{L}\p{N}]|[ .,:–-]\p{Nd})|(?<![\p{L}\p{N}$€£#+.,/:-])0[1-9]\p{Nd}{1,2}(?:\.\p{Nd}{2,4}){2,3}(?![\p{L}\p{N}]|[.,:-]\p{Nd})/gu,
  },
  {
    kind: 'phone',
    needs: BRACKETED,
    pattern:
      /(?<![\p{L}\p{N}$€£#+.,/:-])(?:8[\s-]?)?\(\p{Nd}{3,4}\)\s?\p{Nd}{2,3}[\s–-]\p{Nd}{2}[\s–-]\p{Nd}{2}(?![\p{L}\p{N}]|[.,:-]\p{Nd})/gu,
  },
  { kind: 'phone', needs: SINGLE, pattern: /(?<![\p{L}\p{N}])(?:\p{Nd}[ .·_-]){8,13}\p{Nd}(?![\p{L}\p{N}])/gu },
  {
    kind: 'phone',
    needs: PHONE_WORD,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:${LABEL_PHONE})(?:\\.|:|\\s|number|no|nr|us|me|at|on|to|#|-|–|our|office){0,8}?\\s{0,4}[:.#]?\\s{0,4}(\\+?\\(?\\p{Nd}[\\p{Nd} ().\\/–-]{4,20}\\p{Nd})(?![\\p{L}\\p{Nd}])`,
      'giu',
    ),
    when: isLabelledNumber,
  },
  { kind: 'phone', needs: NUMBER_WORDS, pattern: new RegExp(`(?<![\\p{L}])(?:${DIGIT_WORD}[\\s,-]+){6,}${DIGIT_WORD}(?![\\p{L}])`, 'giu') },
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
  const isHours = /^(?:[01]\p{Nd}|2[0-4])[0-5]\p{Nd}\s?[-–]\s?(?:[01]\p{Nd}|2[0-4])[0-5]\p{Nd}$/u.test(text.trim());
  return count >= 8 && count <= 12 && !isDate(text) && !isHours;
}

function isLabelledNumber(text: string): boolean {
  const count = digitsOf(text).length;
  const isSpan = /^\p{Nd}{4}\s?[-–]\s?\p{Nd}{4}$/u.test(text) && text.startsWith('20');
  return count >= 6 && count <= 15 && !isDate(text) && !isSpan;
}

function isDate(text: string): boolean {
  return /^\s*(?:\p{Nd}{1,2}[./\s-]\p{Nd}{1,2}[./\s-](?:19|20)?\p{Nd}{2}|(?:19|20)\p{Nd}{2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{1,2})(?!\p{Nd})/u.test(
    text,
  );
}
