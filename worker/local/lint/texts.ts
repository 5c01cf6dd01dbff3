import { noOtherLanguage, nothingTwice } from '#worker/local/lint/language.ts';
import { noNumber } from '#worker/local/lint/numbers.ts';
import { noPlaceholder } from '#worker/local/lint/placeholders.ts';
import type { TextRule } from '#worker/local/lint/text.ts';

/** Whatever people read is whole, in one language, and says everything once. */
export const SPOKEN: readonly TextRule[] = [noPlaceholder, noOtherLanguage, nothingTwice];

/** Words of the policies carry their numbers as facts, beside. */
export const PROMISED: readonly TextRule[] = [...SPOKEN, noNumber];
