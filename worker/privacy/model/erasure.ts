import { z } from 'zod';
import type { Person } from '#worker/privacy/model/person.ts';

/** Why an account went. */
export type ErasureReason = 'wish' | 'inactivity';

/** An erasure that has begun: kept outside the database, sealed, for as long as it is not done. */
export const begunErasure = z.object({
  person: z.object({ accountId: z.string(), emailKey: z.string(), recipient: z.string() }),
  /** UTC milliseconds. */
  at: z.number(),
  why: z.enum(['wish', 'inactivity']),
  /** Only where it was not used after this moment, and is not frozen; null whatever happened. */
  unusedSince: z.number().nullable(),
});
export type BegunErasure = z.output<typeof begunErasure>;

/** What is left of an erasure that is done: the random number of the account in the key, and this. */
export const doneErasure = z.object({ at: z.number() });
export type DoneErasure = z.output<typeof doneErasure>;

/** Where the copies of an account lie in the file store. */
export function copiesOf({ accountId }: Person): string {
  return `copies/${accountId}/`;
}
