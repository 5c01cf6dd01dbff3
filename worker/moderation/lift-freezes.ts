import { firstLanguage } from '#worker/board/model/first-language.ts';
import { sayFirst } from '#worker/board/model/say-first.ts';
import { board } from '#worker/board/model/this-board.ts';
import { DECISION_WORDS } from '#worker/moderation/model/decision-words.ts';
import type { ReverseAdContext } from '#worker/moderation/reverse-ad.ts';
import { sayDuration } from '#worker/promises/model/fill-words.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

export type LiftFreezesContext = Pick<ReverseAdContext, 'now' | 'withheldAds' | 'tellReversed'>;

const WHY = sayFirst(DECISION_WORDS.freezeOver, { period: sayDuration(ruleOf(RETENTION, 'freezes').keep, firstLanguage(board)) });
const CHUNK = 50;

/** Ends freezes whose time is over: whatever nobody has decided on is public again. */
export async function liftFreezes(context: LiftFreezesContext): Promise<{ readonly lifted: number; readonly more: boolean }> {
  const due = await context.withheldAds.frozenUntil(context.now, CHUNK);
  let lifted = 0;
  for (const { jobId } of due) if (await lift(context, jobId)) lifted += 1;
  return { lifted, more: due.length === CHUNK };
}

/** False where somebody has decided meanwhile. */
async function lift({ now, withheldAds, tellReversed }: LiftFreezesContext, jobId: string): Promise<boolean> {
  const ad = await withheldAds.find(jobId);
  if (ad?.withheld?.why !== 'frozen') return false;
  return withheldAds.run([
    ...withheldAds.unfreezeStatements({ ad, now, why: WHY, by: 'time' }),
    ...(await tellReversed({ jobId, title: ad.title, restriction: 'frozen', why: WHY })),
  ]);
}
