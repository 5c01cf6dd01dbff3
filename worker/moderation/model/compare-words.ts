import { diffLines, diffWordsWithSpace } from 'diff';
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

/** A post beside what was approved of it; fields that say nothing in both are left out. Without an approval nothing counts as changed. */
export function compareWords(before: ReadWords | null, after: ReadWords): readonly ComparedField[] {
  return READ_FIELDS.filter((field) => after[field] !== '' || (before?.[field] ?? '') !== '').map((field) => {
    const old = before?.[field] ?? after[field];
    const changed = old !== after[field];
    const compare = field === 'picture' ? wholly : compareTexts;
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
  return changes.map(({ value, added, removed }) => ({ is: added ? 'added' : removed ? 'removed' : 'same', text: value }));
}

/** One in the place of the other. */
function wholly(before: string, after: string): readonly TextPart[] {
  const parts: readonly TextPart[] = [
    { is: 'removed', text: before },
    { is: 'added', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}
