import { sayDuration } from '#worker/promises/model/fill-words.ts';
import { RETENTION, type RetentionId, ruleOf } from '#worker/promises/model/retention.ts';

/** `72 hours`: how long a rule lasts, in words of that language. */
export function keptFor(id: RetentionId, language: string): string {
  return sayDuration(ruleOf(RETENTION, id).keep, language);
}
