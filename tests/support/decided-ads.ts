import { inArray } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { appeals, notices, statements } from '#db/schema/moderation-tables.ts';
import { jobs } from '#db/schema/tables.ts';
import { MAIL_SECRET } from '#tests/support/mails.ts';
import { sealFor } from '#worker/kernel/seal.ts';

/** A report that waits, a decision and an objection to it, about ads of the demonstration; the ids are the same in every database. */
export const REPORTED = 'aaaaaaaaaaaaareported';
export const DECIDED = 'aaaaaaaaaaaaaadecided';
export const OBJECTED = 'aaaaaaaaaaaaaobjected';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Writes them anew; answers the id of the report, for its receipt. */
export async function reportedAd(db: Database): Promise<string> {
  const [ad] = await db.select({ id: jobs.id }).from(jobs).limit(1);
  const now = Date.now();
  const contents = { name: 'Kim Reporter', email: 'kim@mail.example', explanation: 'It asks for 50 EUR before the work begins.' };
  await db.delete(notices).where(inArray(notices.id, [REPORTED]));
  await db.insert(notices).values({
    id: REPORTED,
    jobId: ad?.id ?? '',
    url: `https://board.example/jobs/an-ad-${ad?.id ?? ''}`,
    ground: 'asks-money',
    sealed: await sealFor(MAIL_SECRET, 'notice').close(JSON.stringify(contents), REPORTED),
    goodFaith: true,
    danger: true,
    language: 'en',
    receivedAt: now - HOUR,
  });
  return REPORTED;
}

/** Writes a decision and the objection to it anew; answers the id of the decision, for the link of a guest. */
export async function decidedAd(db: Database): Promise<string> {
  const [ad] = await db.select({ id: jobs.id }).from(jobs).limit(1);
  const appliedAt = Date.now() - DAY;
  await db.delete(statements).where(inArray(statements.id, [DECIDED]));
  await db.delete(appeals).where(inArray(appeals.id, [OBJECTED]));
  await db.insert(statements).values({
    id: DECIDED,
    jobId: ad?.id ?? '',
    restriction: 'removed',
    decisionGround: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    rules: ['free-to-apply'],
    explanation: 'The ad asks for money before there is any work.',
    facts: 'The ad was read as it stood in public. A person decided.',
    category: 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD',
    keywords: ['KEYWORD_PHISHING'],
    appliedAt,
    source: 'SOURCE_VOLUNTARY',
    automatedDetection: false,
    decidedBy: 'somebody',
    objectionUntil: appliedAt + 180 * DAY,
  });
  const sealed = await sealFor(MAIL_SECRET, 'objection').close('The fee is a deposit for the uniform.', OBJECTED);
  await db.insert(appeals).values({ id: OBJECTED, statementId: DECIDED, by: 'author', sealed, madeAt: appliedAt + HOUR });
  return DECIDED;
}
