import { inArray, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '#db/client.ts';
import { attempts } from '#db/schema/account-tables.ts';
import type { GuessLimit } from '#worker/accounts/model/guess-limits.ts';

/** A subject under its keyed hash, with its limits. */
export interface CountedSubject extends GuessLimit {
  readonly subject: string;
  /** Stops nobody whose count under this hash is lower than `sparesBelow`. */
  readonly sparedBy?: string;
  readonly sparesBelow?: number;
}

export interface AttemptTaken {
  readonly subjects: readonly CountedSubject[];
  readonly now: number;
  /** What was last tried before is forgotten. */
  readonly cutoff: number;
}

export interface AttemptCount {
  readonly subject: string;
  readonly failures: number;
  readonly lastAt: number;
  readonly waitUntil: number;
}

export interface Counted {
  /** Whether the attempt may be made; then it counts as failed until it is taken back. */
  readonly may: boolean;
  readonly counts: readonly AttemptCount[];
}

export type AttemptsRepository = ReturnType<typeof attemptsRepository>;

/** How often something was tried. */
export function attemptsRepository(db: Database) {
  return {
    take: (taken: AttemptTaken) => take(db, taken),
    settle: async (settled: Settled): Promise<void> => void (await db.batch([...settledStatements(db, settled)])),
    countOf: (subject: string, cutoff: number) => countOf(db, subject, cutoff),
  };
}

/** Counts an attempt against all of its subjects, or, where one of them has to wait or is closed, against none. One round trip. */
async function take(db: Database, { subjects, now, cutoff }: AttemptTaken): Promise<Counted> {
  const given = JSON.stringify(subjects);
  const ownFailures = sql`coalesce((select b.failures from attempts b where b.subject = s.value ->> 'sparedBy' and b.last_at > ${cutoff}), 0)`;
  const isStopped = sql`exists (
    select 1 from attempts a join json_each(${given}) s on a.subject = s.value ->> 'subject'
    where ${ownFailures} >= coalesce(s.value ->> 'sparesBelow', 0) and a.last_at > ${cutoff} and (a.wait_until > ${now} or a.failures >= coalesce(s.value ->> 'most', a.failures + 1)))`;
  const failures = sql`iif(last_at > ${cutoff}, failures + 1, 1)`;
  const [taken, counts] = await db.batch([
    db.all<{ subject: string }>(sql`
      insert into attempts (subject, failures, first_at, last_at, wait_until)
      select value ->> 'subject', 1, ${now}, ${now}, 0 from json_each(${given}) where not ${isStopped}
      on conflict (subject) do update set
        failures = ${failures},
        first_at = iif(last_at > ${cutoff}, first_at, ${now}),
        last_at = ${now},
        wait_until = (select ${waitUntil(failures, now)} from json_each(${given}) s where s.value ->> 'subject' = attempts.subject)
      returning subject`),
    db
      .select()
      .from(attempts)
      .where(inArray(attempts.subject, named(subjects))),
  ]);
  return { may: taken.length > 0, counts };
}

function waitUntil(failures: SQL, now: number): SQL {
  const over = sql`${failures} - (s.value ->> 'free')`;
  const wait = sql`(s.value ->> 'firstWaitMs') << min(${over}, s.value ->> 'doublings')`;
  return sql`iif(${over} >= 0, ${now} + (${wait}), 0)`;
}

const named = (subjects: readonly { readonly subject: string }[]) => subjects.map(({ subject }) => subject);

async function countOf(db: Database, subject: string, cutoff: number): Promise<number> {
  const [found] = await db
    .select({ failures: attempts.failures })
    .from(attempts)
    .where(sql`${attempts.subject} = ${subject} and ${attempts.lastAt} > ${cutoff}`);
  return found?.failures ?? 0;
}

export interface Settled {
  readonly now: number;
  /** Forgotten as if nobody had failed. */
  readonly cleared: readonly string[];
  /** The one attempt is taken back; those before it stay. */
  readonly takenBack: readonly string[];
}

/** After an attempt that succeeded. */
function settledStatements(db: Database, { now, cleared, takenBack }: Settled): readonly [BatchItem<'sqlite'>, BatchItem<'sqlite'>] {
  const { subject, failures, waitUntil: until } = attempts;
  return [
    db.delete(attempts).where(inArray(subject, [...cleared])),
    db
      .update(attempts)
      .set({ failures: sql`max(${failures} - 1, 0)`, waitUntil: sql`min(${until}, ${now})` })
      .where(inArray(subject, [...takenBack])),
  ];
}
