import type { WritingPart } from '#site/lib/writing/parts.ts';
import type { JobKind } from '#worker/jobs/model/job-posting.ts';
import { type PostRule, type PostRuleId, rulesFor } from '#worker/posts/model/post-rules.ts';

/** What one thinks of first on each page of the form; the other rules hold there as well. */
const FIRST: Readonly<Record<WritingPart, readonly PostRuleId[]>> = {
  work: ['says-the-work', 'open-to-all', 'real-work', 'own-work', 'readable', 'contacts-apart'],
  where: ['says-the-work', 'posted-once'],
  pay: ['pay-named', 'price-named', 'pay-lawful', 'no-pay-history', 'free-to-apply'],
  apply: ['who-offers', 'contacts-apart', 'honest-links', 'no-tricks'],
};

/** The rules that stand open beside a page of the form, and those behind them. */
export function rulesOfPart(
  kind: JobKind,
  part: WritingPart,
): { readonly first: readonly PostRule[]; readonly others: readonly PostRule[] } {
  const rules = rulesFor(kind);
  const first = FIRST[part].flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
  return { first, others: rules.filter((rule) => !first.includes(rule)) };
}
