import type { LinkChecksRepository } from '#db/repositories/link-checks.ts';
import { before } from '#worker/promises/model/duration.ts';
import { type LookPolitelyContext, lookPolitely } from '#worker/relay/look-politely.ts';
import { LINK_LOOKS } from '#worker/relay/model/link-looks.ts';
import { politeShare } from '#worker/relay/model/polite-share.ts';

export interface CheckImportedLinksContext extends LookPolitelyContext {
  readonly linkChecks: Pick<LinkChecksRepository, 'imported' | 'note'>;
}

/** So many ads are gone through in one run, and of the links that are due among them so many looked at: in all, and of one site. */
const ADS = 500;
const SHARE = { most: 100, ofOneSite: 20 };

/**
 * Looks at the outside links of imported ads, a part of the ads in each run. Which part follows from the number of the run alone: whatever breaks off,
 * the next goes on, and begins anew behind the last. Nobody is written to: what is dead is said where one leaves, and on the page of imports.
 */
export async function checkImportedLinks(
  context: CheckImportedLinksContext,
  run: number,
): Promise<{ readonly looked: number; readonly troubled: number }> {
  const { now, linkChecks } = context;
  const { well, troubled } = LINK_LOOKS;
  const due = await linkChecks.imported({ run, ads: ADS, well: before(now, well), troubled: before(now, troubled) });
  const found = await lookPolitely(context, politeShare(due, SHARE));
  await linkChecks.note(found, []);
  return { looked: found.length, troubled: found.filter(({ trouble }) => trouble !== null).length };
}
