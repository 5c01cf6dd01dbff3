import { en } from '#site/messages/en.ts';
import type { MessageKey, Translate } from '#site/messages/translate.ts';

/** What a field of an ad or of an employer's page is called; as the form calls it where it has no name of its own. */
export function fieldName(t: Translate, field: string): string {
  const key = `field.${field}`;
  return isMessage(key) ? t(key) : field;
}

function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
