import { after } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

/**
 * How long an ad stays public after it was published or its source last carried it, unless it names an earlier end. A generated column of
 * the table holds the same number: who changes the rule writes a migration, too.
 */
export const LIFETIME_MS = after(0, ruleOf(RETENTION, 'published-jobs').keep);
