import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import type { FetchPublic } from '#worker/outside/model/outside-answer.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import { linkFinding } from '#worker/relay/model/link-finding.ts';

/** Looks at the outside links of a post when it is handed in: a moderator sees which of them lead nowhere. */
export async function lookAtLinks(
  { fetchPublic }: { readonly fetchPublic: FetchPublic },
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
