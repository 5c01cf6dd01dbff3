import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { challenges } from '#db/schema/account-tables.ts';

export type Challenge = typeof challenges.$inferSelect;
export type ChallengeKind = Challenge['kind'];

/** What a browser's cookie names, at some moment. */
export interface ChallengeNamed {
  /** SHA-256 of what the cookie holds. */
  readonly id: string;
  readonly kind: ChallengeKind;
  readonly now: number;
}

export interface ChallengeSpent extends ChallengeNamed {
  /** What the browser had to sign. */
  readonly challenge: string;
  /** How often it may be tried at all. */
  readonly most: number;
}

export type ChallengesRepository = ReturnType<typeof challengesRepository>;

/** Sign-ins and passkeys half-way. One that has run out is as if it were not there. */
export function challengesRepository(db: Database) {
  return {
    begin: async (challenge: typeof challenges.$inferInsert) => {
      await db.insert(challenges).values(challenge);
    },
    find: (named: ChallengeNamed) => first(db.select().from(challenges).where(open(named))),
    /** Counts a guess before it is looked at; null when there were so many already. */
    guess: (named: ChallengeNamed, most: number) =>
      first(
        db
          .update(challenges)
          .set(ONE_MORE)
          .where(and(open(named), lt(challenges.attempts, most)))
          .returning(),
      ),
    /** Gives a browser something new to sign. */
    renew: (named: ChallengeNamed, challenge: string) => first(db.update(challenges).set({ challenge }).where(open(named)).returning()),
    /** Takes what was signed away, whether it was signed well or not: it is looked at once. */
    spend: (spent: ChallengeSpent) => first(spend(db, spent)),
    /** Ends it: true for exactly one of those who try. */
    end: async (named: ChallengeNamed) => (await db.delete(challenges).where(open(named)).returning({ id: challenges.id })).length > 0,
  };
}

const ONE_MORE = { attempts: sql`${challenges.attempts} + 1` };

function open({ id, kind, now }: ChallengeNamed) {
  return and(eq(challenges.id, id), eq(challenges.kind, kind), gt(challenges.expiresAt, now));
}

function spend(db: Database, { challenge, most, ...named }: ChallengeSpent) {
  const where = and(open(named), eq(challenges.challenge, challenge), sql`${challenge} <> ''`, lt(challenges.attempts, most));
  return db
    .update(challenges)
    .set({ ...ONE_MORE, challenge: '' })
    .where(where)
    .returning();
}

async function first(rows: PromiseLike<readonly Challenge[]>): Promise<Challenge | null> {
  return (await rows)[0] ?? null;
}
