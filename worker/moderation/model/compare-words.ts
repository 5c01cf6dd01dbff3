import { type ChangeObject, diffLines, diffWordsWithSpace } from 'diff';
import { READ_FIELDS, type ReadField, type ReadWords } from '#worker/moderation/model/post-words.ts';

export interface TextPart {
  readonly is: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** One field of a post: what it says, and how that differs from what was approved. */
export interface ComparedField {
  readonly field: ReadField;
  readonly changed: boolean;
  /** One part where nothing changed, or nothing was approved before. */
  readonly parts: readonly TextPart[];
}

/** What people write; anything else is chosen or a number, and half of it says nothing. */
const WRITTEN: ReadonlySet<ReadField> = new Set(['title', 'description', 'payReason', 'skills', 'areaServed', 'availability']);
const LISTED: ReadonlySet<ReadField> = new Set(['places']);

/** A post beside what was approved of it; fields that say nothing in both are left out. Without an approval nothing counts as changed. */
export function compareWords(before: ReadWords | null, after: ReadWords): readonly ComparedField[] {
  return READ_FIELDS.filter((field) => after[field] !== '' || (before?.[field] ?? '') !== '').map((field) => {
    const old = before?.[field] ?? after[field];
    const changed = old !== after[field];
    const compare = WRITTEN.has(field) ? compareTexts : LISTED.has(field) ? compareLines : wholly;
    return { field, changed, parts: changed ? compare(old, after[field]) : [{ is: 'same', text: after[field] }] };
  });
}

/** What somebody else made of a post, field by field; what they left alone is left out. */
export function changedWords(before: ReadWords, after: ReadWords): readonly ComparedField[] {
  return compareWords(before, after).filter(({ changed }) => changed);
}

/** As many words may differ before lines are compared instead. */
const MOST_EDITS = 3000;

/** Word by word; texts that have little in common line by line, which is quick. */
export function compareTexts(before: string, after: string): readonly TextPart[] {
  const words = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  const changes = words ?? diffLines(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return wholly(before, after);
  return together(changes.map(partOf));
}

function compareLines(before: string, after: string): readonly TextPart[] {
  return diffLines(`${before}\n`, `${after}\n`).map(partOf);
}

function partOf({ value, added, removed }: ChangeObject<string>): TextPart {
  return { is: added ? 'added' : removed ? 'removed' : 'same', text: value };
}

/** Words that changed side by side are read as one change: not every other word of two sentences. */
function together(parts: readonly TextPart[]): readonly TextPart[] {
  const joined: TextPart[] = [];
  let before = '';
  let after = '';
  const close = () => {
    joined.push(...wholly(before, after));
    before = '';
    after = '';
  };
  for (const [at, { is, text }] of parts.entries()) {
    const isBetween = is === 'same' && isNoWord(text) && before + after !== '' && parts[at + 1] !== undefined;
    if (is === 'same' && !isBetween) {
      close();
      joined.push({ is, text });
    }
    if (is === 'removed' || isBetween) before += text;
    if (is === 'added' || isBetween) after += text;
  }
  close();
  return joined;
}

/** Blanks and signs within a line. */
function isNoWord(text: string): boolean {
  return !/[\p{L}\p{N}\n]/u.test(text);
}

/** One in the place of the other. */
function wholly(before: string, after: string): readonly TextPart[] {
  const parts: readonly TextPart[] = [
    { is: 'removed', text: before },
    { is: 'added', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}
