import type { Clause } from '#worker/promises/model/clause.ts';
import { ACCOUNT } from '#worker/promises/model/clauses/account.ts';
import { ALERTS } from '#worker/promises/model/clauses/alerts.ts';
import { APPLICATIONS } from '#worker/promises/model/clauses/applications.ts';
import { CHANGES } from '#worker/promises/model/clauses/changes.ts';
import { COOKIES } from '#worker/promises/model/clauses/cookies.ts';
import { CV } from '#worker/promises/model/clauses/cv.ts';
import { EMPLOYERS } from '#worker/promises/model/clauses/employers.ts';
import { JOBS } from '#worker/promises/model/clauses/jobs.ts';
import { MEASURING } from '#worker/promises/model/clauses/measuring.ts';
import { RECIPIENTS } from '#worker/promises/model/clauses/recipients.ts';
import { RETENTION_CLAUSES } from '#worker/promises/model/clauses/retention.ts';
import { RIGHTS } from '#worker/promises/model/clauses/rights.ts';
import { SEARCH } from '#worker/promises/model/clauses/search.ts';
import { SECURITY } from '#worker/promises/model/clauses/security.ts';

/** Every promise, kept and planned, in the order of the policy. */
export const CLAUSES: readonly Clause[] = [
  ...SEARCH,
  ...COOKIES,
  ...MEASURING,
  ...JOBS,
  ...ACCOUNT,
  ...CV,
  ...APPLICATIONS,
  ...ALERTS,
  ...EMPLOYERS,
  ...RECIPIENTS,
  ...RETENTION_CLAUSES,
  ...RIGHTS,
  ...SECURITY,
  ...CHANGES,
];

const byId = new Map(CLAUSES.map((clause) => [clause.id, clause]));

/** The clause of that id; a wrong id is a mistake in the code. */
export function clauseOf(id: string): Clause {
  const clause = byId.get(id);
  if (clause === undefined) throw new Error(`There is no clause "${id}" in worker/promises/model/clauses.`);
  return clause;
}
