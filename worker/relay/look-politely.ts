import type { LinkChecked, LinkDue } from '#db/repositories/link-checks.ts';
import type { FetchPublic } from '#worker/outside/model/outside-answer.ts';
import { linkFinding } from '#worker/relay/model/link-finding.ts';

export interface LookPolitelyContext {
  readonly now: number;
  readonly clock: () => number;
  readonly fetchPublic: FetchPublic;
}

/** What a run may take; the rest waits for another. */
const BUDGET_MS = 15_000;

/**
 * Looks at links, several sites at once, but at those of one site one after the other; a site that does not answer is left alone for the rest of the
 * run. Answers what was seen: what the board could not look at is left out.
 */
export async function lookPolitely(context: LookPolitelyContext, links: readonly LinkDue[]): Promise<readonly (LinkDue & LinkChecked)[]> {
  const sites = Map.groupBy(links, ({ url }) => URL.parse(url)?.host ?? url);
  const deadline = context.clock() + BUDGET_MS;
  return (await Promise.all([...sites.values()].map((ofSite) => lookAtSite(context, { links: ofSite, deadline })))).flat();
}

async function lookAtSite(
  { now, clock, fetchPublic }: LookPolitelyContext,
  { links, deadline }: { readonly links: readonly LinkDue[]; readonly deadline: number },
): Promise<readonly (LinkDue & LinkChecked)[]> {
  const found: (LinkDue & LinkChecked)[] = [];
  for (const link of links) {
    if (clock() > deadline) return found;
    const answer = await fetchPublic(link.url);
    const finding = linkFinding(answer);
    if (finding.is === 'not-tried') return found;
    found.push({ ...link, checkedAt: now, trouble: finding.is === 'trouble' ? finding.words : null });
    if (answer.is === 'silent') return found;
  }
  return found;
}
