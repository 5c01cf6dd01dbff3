import { z } from 'zod';
import type { Board } from '#worker/board/model/board.ts';
import { dataCategoriesOf } from '#worker/promises/model/data-categories.ts';
import { factsOf } from '#worker/promises/model/facts.ts';
import { type Filling, fillWords, sayDuration } from '#worker/promises/model/fill-words.ts';
import { RETENTION, type RetentionId, ruleOf } from '#worker/promises/model/retention.ts';
import { servicesOf } from '#worker/promises/model/services.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** No password of ours is longer. */
const LONGEST_PASSWORD = 1024;

export const deletionInput = z.strictObject({
  password: z.string().max(LONGEST_PASSWORD, 'No password here is that long.').default(''),
});

export const deleted = z.object({ is: z.literal('deleted') });

export const deletionView = z.object({
  /** Kinds of data that are deleted, and what is in them. */
  goes: z.array(z.object({ name: z.string(), holds: z.string() })).readonly(),
  /** What stays, for how long, and why. */
  stays: z.array(z.object({ what: z.string(), keep: z.string(), because: z.string() })).readonly(),
  /** Nobody is left who could run the board. */
  lastAdministrator: z.boolean(),
  /** False for the personas of the demonstration, who have no password. */
  asksPassword: z.boolean(),
});
export type DeletionView = z.output<typeof deletionView>;

/** Whatever the data map says: what is somebody else’s, and what lies outside the database. */
const ELSEWHERE = {
  'expired-jobs': { en: 'what you wrote for an employer belongs to the employer; only its link to your account goes' },
  'erasure-ledger': { en: 'so that a backup that is put back does not bring your account back' },
  'mail-contents': { en: 'it is the receipt, which waits to be sent and says what was deleted; nothing else of your mails stays' },
  backups: { en: 'a backup is a whole, and nothing can be taken out of it' },
  'mail-provider': { en: 'the log of the mail provider is its own' },
  letters: {
    en: 'what you wrote to us by mail or letter, and any objection that was sent to us for you, lies in our mailbox; ask us there, and it goes',
  },
} as const satisfies Partial<Readonly<Record<RetentionId, Words>>>;

/** What the data map says of the end of an account. */
export interface MappedErasure {
  readonly erased: readonly string[];
  readonly kept: ReadonlyMap<string, string>;
}

/** What goes when an account goes, and what stays, in words: from the data map and the rules of retention. */
export function sayDeletion(board: Board, { erased, kept }: MappedErasure, language: string): Pick<DeletionView, 'goes' | 'stays'> {
  const filling: Filling = { facts: factsOf(board), language };
  const categories = dataCategoriesOf(servicesOf(board)).filter(({ id }) => erased.includes(id));
  const elsewhere = Object.entries(ELSEWHERE).map(([id, because]) => [id, fillWords(because, filling)] as const);
  return {
    goes: categories.map(({ name, holds }) => ({ name: fillWords(name, filling), holds: fillWords(holds, filling) })),
    stays: [...kept, ...elsewhere].map(([id, because]) => {
      const { what, keep } = ruleOf(RETENTION, id);
      return { what: fillWords(what, filling), keep: sayDuration(keep, language), because };
    }),
  };
}
