import type { LinkChecksRepository, LinkDue } from '#db/repositories/link-checks.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import type { FetchPublic } from '#worker/outside/model/outside-answer.ts';
import { before } from '#worker/promises/model/duration.ts';
import { lookPolitely } from '#worker/relay/look-politely.ts';
import { LINK_LOOKS, LOOKS_BEFORE_TOLD } from '#worker/relay/model/link-looks.ts';

export interface CheckLinksContext {
  readonly now: number;
  readonly clock: () => number;
  readonly fetchPublic: FetchPublic;
  readonly linkChecks: Pick<LinkChecksRepository, 'due' | 'note' | 'forgetOthers'>;
  /** What is written to whoever a post belongs to, for the batch of what was found. */
  readonly tellAuthor: (
    postId: string,
    told: { readonly kind: 'post-link-dead'; readonly key: string; readonly facts: { readonly url: string } },
  ) => Promise<readonly Statement[]>;
}

/** So many in one run: each may take some seconds. */
const AT_ONCE = 20;

/**
 * Looks at the links of posts that are due, and writes once to the author of each that has led nowhere twice in a row. What the board could not look at
 * itself says nothing of a link, and is tried again.
 */
export async function checkLinks(context: CheckLinksContext): Promise<{ readonly looked: number; readonly troubled: number }> {
  const { now, linkChecks } = context;
  const { well, troubled } = LINK_LOOKS;
  const due = await linkChecks.due({ well: before(now, well), troubled: before(now, troubled), limit: AT_ONCE });
  const found = await lookPolitely(context, due);
  const dead = found.filter(({ trouble, failures }) => trouble !== null && failures + 1 === LOOKS_BEFORE_TOLD);
  const mails = await Promise.all(dead.map((link) => mailOf(context, link)));
  await linkChecks.note(found, mails.flat());
  await linkChecks.forgetOthers();
  return { looked: found.length, troubled: found.filter(({ trouble }) => trouble !== null).length };
}

async function mailOf({ now, tellAuthor }: CheckLinksContext, { jobId, url }: LinkDue): Promise<readonly Statement[]> {
  return tellAuthor(jobId, { kind: 'post-link-dead', key: `post-link-dead/${jobId}/${await sha256(url)}/${now}`, facts: { url } });
}
