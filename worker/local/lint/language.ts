import type { TextRule } from '#worker/local/lint/text.ts';

interface Signs {
  /** Letters beyond a to z. */
  readonly letters: string;
  /** Frequent words that the other languages here do not have. */
  readonly words: readonly string[];
}

const SIGNS: Readonly<Record<string, Signs>> = {
  en: { letters: '', words: ['the', 'and', 'with', 'your', 'this', 'that', 'which', 'from', 'are', 'you', 'field'] },
  sv: { letters: 'åäöé', words: ['och', 'att', 'det', 'som', 'på', 'för', 'inte', 'eller', 'är', 'från', 'fält', 'obligatoriskt'] },
  fi: { letters: 'åäö', words: ['että', 'ei', 'sekä', 'ovat', 'sinun', 'kaikki', 'pakollinen', 'kenttä', 'tai', 'voit', 'mukaan'] },
  de: { letters: 'äöüß', words: ['und', 'der', 'nicht', 'für', 'ist', 'oder', 'eine', 'werden', 'mit', 'pflichtfeld', 'sie'] },
  az: { letters: 'çəğıöşü', words: ['və', 'üçün', 'ilə', 'olan', 'deyil', 'iş', 'bu', 'elan', 'sahə', 'bütün'] },
};

const ALL_LETTERS = /[^\p{ASCII}]/gu;

/** A text speaks the language that it says it speaks. Languages that this lint does not know are left alone. */
export const noOtherLanguage: TextRule = ({ where, language, text }) => {
  const own = SIGNS[language.split('-')[0] ?? ''];
  if (own === undefined) return null;
  const lower = text.replace(/\{[^}]*\}/g, '').toLowerCase();
  const foreign = lower.match(ALL_LETTERS)?.find((letter) => /\p{L}/u.test(letter) && !own.letters.includes(letter));
  if (foreign !== undefined)
    return `${where}: “${foreign}” is no letter of this language (${language}) in “${text}”. Write it in one language.`;
  const word = (lower.match(/\p{L}+/gu) ?? []).find((one) => isForeign(one, own));
  return word === undefined ? null : `${where}: “${word}” is of another language than ${language} in “${text}”. Write it in one language.`;
};

function isForeign(word: string, own: Signs): boolean {
  return !own.words.includes(word) && Object.values(SIGNS).some(({ words }) => words.includes(word));
}

const DOUBLED_WORD = /(?<![\p{L}-])(\p{L}{2,}) \1(?![\p{L}-])/iu;
const DOUBLED_LABEL = /^\W*(.{3,}?)[\s*:,.]+\1\W*$/iu;

/** No label and no word stands twice in a row. */
export const nothingTwice: TextRule = ({ where, text }) => {
  const found = DOUBLED_LABEL.exec(text)?.[1] ?? DOUBLED_WORD.exec(text)?.[1];
  return found === undefined ? null : `${where}: “${found}” stands twice in “${text}”. Once is enough.`;
};
