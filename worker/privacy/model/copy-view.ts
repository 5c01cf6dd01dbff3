import { z } from 'zod';
import { isoTime } from '#worker/kernel/iso-time.ts';

/** A copy that is ready, as its person sees it. */
const copyView = z.object({
  id: z.string(),
  madeAt: z.iso.datetime(),
  until: z.iso.datetime().describe('When it is deleted.'),
  bytes: z.number().int(),
  downloadedAt: z.iso.datetime().nullable(),
});

export const copyMade = z.object({
  copy: copyView,
  isNew: z.boolean().describe('False: one was made within the hour, and this is it.'),
});

export const copyList = z.object({
  copies: z.array(copyView).readonly(),
  nextFrom: z.iso.datetime().nullable().describe('Until when asking gives the newest of these again; null: a new one is made at once.'),
});

export type CopyView = z.output<typeof copyView>;
export type CopyMade = z.output<typeof copyMade>;
export type CopyList = z.output<typeof copyList>;

/** The row of a copy. */
export interface StoredCopy {
  readonly id: string;
  readonly accountId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly bytes: number;
  readonly downloadedAt: number | null;
}

export function copyViewOf({ id, createdAt, expiresAt, bytes, downloadedAt }: StoredCopy): CopyView {
  return {
    id,
    madeAt: isoTime(createdAt),
    until: isoTime(expiresAt),
    bytes,
    downloadedAt: downloadedAt === null ? null : isoTime(downloadedAt),
  };
}
