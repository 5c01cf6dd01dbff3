import type { LinkChecksRepository } from '#db/repositories/link-checks.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import type { FetchPublic } from '#worker/outside/model/outside-answer.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import { before, days } from '#worker/promises/model/duration.ts';
import { linkFinding } from '#worker/relay/model/link-finding.ts';

export interface CheckLinksContext {
  readonly now: number;
  readonly fetchPublic: FetchPublic;
  readonly linkChecks: Pick<LinkChecksRepository, 'due' | 'note' | 'forgetOthers'>;
}

/** How often each outside link of a public post is looked at, and how soon again after trouble. */
const EVERY = days(7);
const AGAIN_AFTER = days(1);
/** So many in one run: each may take some seconds. */
const AT_ONCE = 20;

/** Looks at the links that are due. What the board could not look at itself says nothing of a link, and is tried again. */
export async function checkLinks({ now, fetchPublic, linkChecks }: CheckLinksContext) {
  const due = await linkChecks.due({ well: before(now, EVERY), troubled: before(now, AGAIN_AFTER), limit: AT_ONCE });
  const looked = await Promise.all(due.map(async (link) => ({ ...link, finding: linkFinding(await fetchPublic(link.url)) })));
  const found = looked.flatMap(({ jobId, url, finding }) =>
    finding.is === 'not-tried' ? [] : [{ jobId, url, checkedAt: now, trouble: finding.is === 'trouble' ? finding.words : null }],
  );
  if (found.length > 0) await linkChecks.note(found);
  await linkChecks.forgetOthers();
  return { looked: found.length, troubled: found.filter(({ trouble }) => trouble !== null).length };
}

/** Looks at the outside links of a post when it is handed in: a moderator sees which of them lead nowhere. */
export async function lookAtLinks(
  { fetchPublic }: Pick<CheckLinksContext, 'fetchPublic'>,
  content: PostContent,
): Promise<readonly FlagRaised[]> {
  const looked = await Promise.all(linksOf(content).map(async (link) => ({ ...link, finding: linkFinding(await fetchPublic(link.url)) })));
  return looked.flatMap(({ field, url, finding }) =>
    finding.is === 'trouble' ? [{ flag: 'dead-link' as const, field, quote: `${url.slice(0, 70)}: ${finding.words}`.slice(0, 120) }] : [],
  );
}

function linksOf({ apply, agreement }: PostContent): readonly { readonly field: string; readonly url: string }[] {
  return [
    ...(apply.by === 'url' ? [{ field: 'applyUrl', url: apply.url }] : []),
    ...(agreement === null || agreement.url === null ? [] : [{ field: 'agreementUrl', url: agreement.url }]),
  ];
}
