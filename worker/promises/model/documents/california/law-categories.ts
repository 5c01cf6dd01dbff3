import type { CaliforniaCategory } from '#worker/promises/model/data-categories.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** The categories as California's law calls them. */
export const LAW_CATEGORIES: Readonly<Record<CaliforniaCategory, Words>> = {
  identifiers: { en: 'Identifiers' },
  'internet-activity': { en: 'Internet or other network activity' },
  professional: { en: 'Professional or employment-related information' },
};
