import type { AttemptCount, AttemptsRepository, CountedSubject } from '#db/repositories/attempts.ts';
import { GUESS_LIMITS, type GuessSubject } from '#worker/accounts/model/guess-limits.ts';
import { TooManyError } from '#worker/kernel/errors.ts';
import { after, before } from '#worker/promises/model/duration.ts';
import { sayDuration } from '#worker/promises/model/fill-words.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';

export interface SlowGuessesContext {
  readonly now: number;
  readonly attempts: Pick<AttemptsRepository, 'take' | 'settle' | 'countOf'>;
  /** Keyed hash of what was tried on. */
  readonly hashAttempt: (subject: GuessSubject) => Promise<string>;
}

export interface GuessTaken {
  /** Whether the waiting begins with this guess, if it fails. */
  readonly slows: boolean;
}

const FORGOTTEN = ruleOf(RETENTION, 'network-hashes').keep;
const MINUTE = 60_000;

/** Counts a guess before it is looked at. Throws `too_many`, and counts nothing, while somebody has to wait. */
export async function takeGuess(
  { now, attempts, hashAttempt }: SlowGuessesContext,
  subjects: readonly GuessSubject[],
): Promise<GuessTaken> {
  const counted = await Promise.all(subjects.map((one) => countedOf(one, hashAttempt)));
  const { may, counts } = await attempts.take({ subjects: counted, now, cutoff: before(now, FORGOTTEN) });
  const limitOf = ({ subject }: AttemptCount) => counted.find((one) => one.subject === subject);
  if (may) return { slows: counts.some((count) => count.failures === limitOf(count)?.free) };
  const closed = counts.filter((count) => count.failures >= (limitOf(count)?.most ?? Number.POSITIVE_INFINITY));
  if (closed.length > 0) throw refusal(CLOSED, Math.max(...closed.map(({ lastAt }) => after(lastAt, FORGOTTEN))) - now);
  const wait = Math.max(...counts.map(({ waitUntil }) => waitUntil)) - now;
  const isCode = subjects.some(({ kind }) => kind === 'code');
  if (isCode) throw refusal(`There were too many wrong codes. Try again in ${sayWait(wait)}, or use a passkey.`, wait);
  throw refusal(`There were too many wrong passwords. Try again in ${sayWait(wait)}, or set a new password by mail.`, wait);
}

async function countedOf({ spares, ...one }: GuessSubject, hashAttempt: SlowGuessesContext['hashAttempt']): Promise<CountedSubject> {
  const counted = { ...GUESS_LIMITS[one.kind], subject: await hashAttempt(one) };
  return spares === undefined ? counted : { ...counted, sparedBy: await hashAttempt(spares.by), sparesBelow: spares.below };
}

const CLOSED =
  'There were too many wrong passwords for this address, and some of them came from here. Use a browser that was signed in before or a passkey, or set a new password by mail: then this ends at once.';

function refusal(message: string, waitMs: number): TooManyError {
  return new TooManyError(message, Math.max(1, Math.ceil(waitMs / 1000)));
}

function sayWait(ms: number): string {
  if (ms < MINUTE) return sayUnit(Math.max(1, Math.ceil(ms / 1000)), 'second');
  return sayDuration({ amount: Math.ceil(ms / MINUTE), unit: 'minute' }, 'en');
}

function sayUnit(amount: number, unit: string): string {
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

export interface GuessSettled {
  /** Forgotten: whoever knows the password is here. */
  readonly cleared: readonly GuessSubject[];
  /** The guess is taken back, and those of others stay. */
  readonly takenBack: readonly GuessSubject[];
}

/** After a guess that was right. */
export async function settleGuess(context: SlowGuessesContext, { cleared, takenBack }: GuessSettled): Promise<void> {
  const { now, attempts, hashAttempt } = context;
  const hashed = (subjects: readonly GuessSubject[]) => Promise.all(subjects.map(hashAttempt));
  await attempts.settle({ now, cleared: await hashed(cleared), takenBack: await hashed(takenBack) });
}

/** How often somebody has failed in a row. */
export async function failuresOf({ now, attempts, hashAttempt }: SlowGuessesContext, subject: GuessSubject): Promise<number> {
  return attempts.countOf(await hashAttempt(subject), before(now, FORGOTTEN));
}
