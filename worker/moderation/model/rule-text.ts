import { postRule } from '#worker/posts/model/post-rules.ts';
import { inLanguage } from '#worker/promises/model/words.ts';

/** What a rule says; of one that no longer is among them its id. */
export function ruleText(id: string, language: string): string {
  const rule = postRule(id);
  return rule === null ? id : inLanguage(rule.words, language);
}
