import type { FieldError } from '#worker/kernel/errors.ts';
import type { DraftFields } from '#worker/posts/model/post-content.ts';
import type { ListField, TextField } from '#worker/posts/model/post-fields.ts';

/** Reads the fields of a draft one by one and notes what is wrong with each, so that all of it is said at once. */
export interface FieldReader {
  /** One line: blanks folded, characters that cannot be seen taken out. Empty where nothing was typed. */
  line(field: TextField): string;
  /** Lines as they stand, without characters that cannot be seen. */
  text(field: TextField): string;
  list(field: ListField): readonly string[];
  /** `said`: the id of a sentence, with what is filled into it. */
  wrong(field: TextField | ListField, said: string | Omit<FieldError, 'field'>): void;
  readonly problems: readonly FieldError[];
}

/** Control characters, those that take no room, and those that turn the direction of what stands around them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** Emoji are joined and coloured by two of them. */
const UNSEEN_BUT_LINES = /(?![\n\t]|\u200d|\ufe0f)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

export function fieldReader(fields: DraftFields): FieldReader {
  const problems: FieldError[] = [];
  const typed = (field: string): string => {
    const value = fields[field] ?? '';
    return typeof value === 'string' ? value : (value[0] ?? '');
  };
  return {
    problems,
    line: (field) => oneLine(typed(field)),
    text: (field) => typed(field).normalize('NFC').replace(/\r\n?/g, '\n').replace(UNSEEN_BUT_LINES, '').trim(),
    list: (field) => {
      const value = fields[field] ?? [];
      return (typeof value === 'string' ? [value] : value).map(oneLine).filter((one) => one !== '');
    },
    wrong: (field, said) => {
      const problem = typeof said === 'string' ? { field, message: said } : { field, ...said };
      if (!problems.some((known) => known.field === field)) problems.push(problem);
    },
  };
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').replace(UNSEEN, '').trim();
}
