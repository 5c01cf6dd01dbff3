import { eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { statements } from '#db/schema/moderation-tables.ts';
import { employerMembers } from '#db/schema/posting-tables.ts';
import { employers } from '#db/schema/tables.ts';
import { DECIDED, decidedAd, OBJECTED, REPORTED, reportedAd } from '#tests/support/decided-ads.ts';
import type { Newcomer } from '#tests/support/every-actor.ts';
import type { Looker } from '#tests/support/lookers.ts';
import { OWNED_EMPLOYER } from '#tests/support/owned-employer.ts';
import { ASKED_CASE, POSTED_AD } from '#tests/support/posted-ads.ts';

/** What pages with an address of their own are about. `lookers` has made it all. */
const ABOUT: readonly (readonly [RegExp, string])[] = [
  [/^\/hire\/employers\//, OWNED_EMPLOYER],
  [/^\/hire\/claim\//, 'pelham-gate-health'],
  [/^\/moderate\/cases\//, ASKED_CASE],
  [/^\/moderate\/ads\//, POSTED_AD],
  [/^\/moderate\/notices\//, REPORTED],
  [/^\/moderate\/appeals\//, OBJECTED],
  [/^\/decisions\//, DECIDED],
];

/** The address of a page, about something that is there; whatever else has an id is asked about something that is not. */
export function addressOf(pattern: string): string {
  const id = ABOUT.find(([expression]) => expression.test(pattern))?.[1] ?? 'abcdefghijklmnopqrst';
  return pattern.replaceAll(/\{\w+\}|\[\w+\]/g, id);
}

/** A guest opens a page by the link that is about it. */
export function linkFor(pattern: string): Looker | null {
  return pattern.startsWith('/decisions') ? 'decision' : null;
}

/** Makes what those pages are about, anew where the last one to come has changed it, and lets it be of the one who comes. */
export async function giveThings(db: Database, { accountId }: Newcomer): Promise<void> {
  await reportedAd(db);
  await decidedAd(db);
  if (accountId === null) return;
  await db.update(statements).set({ accountId, employerSeq: null }).where(eq(statements.id, DECIDED));
  const [firm] = await db.select({ seq: employers.seq }).from(employers).where(eq(employers.id, OWNED_EMPLOYER));
  if (firm !== undefined) await db.insert(employerMembers).values({ employerSeq: firm.seq, accountId, role: 'owner', since: Date.now() });
}
