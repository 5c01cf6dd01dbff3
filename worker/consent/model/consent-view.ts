import { z } from 'zod';
import { ACTS, METHODS, SURFACES } from '#worker/consent/model/consent-exchange.ts';

const ids = z.array(z.string()).readonly();

/** What goes out; the words are those of `consent-exchange.ts`. */
export const consentRecorded = z
  .object({ cookie: z.string(), maxAge: z.int(), reference: z.string().nullable() })
  .readonly()
  .meta({ id: 'ConsentRecorded' });

export const consentSeen = z
  .object({ gpc: z.boolean(), signedIn: z.boolean(), notice: z.string(), granted: ids, open: ids, refusedBySignal: ids })
  .readonly()
  .meta({ id: 'ConsentSeen' });

const entry = z
  .object({
    reference: z.string(),
    previous: z.string().nullable(),
    act: z.enum(ACTS),
    surface: z.enum(SURFACES),
    method: z.enum(METHODS),
    granted: ids,
    refused: ids,
    notice: z.string(),
    version: z.int(),
    language: z.string(),
    build: z.string(),
    country: z.string(),
    gpc: z.boolean(),
    givenAt: z.string(),
    validUntil: z.string(),
    replacedAt: z.string().nullable(),
    keptUntil: z.string(),
  })
  .readonly();

export const consentOwnRecord = z
  .object({ records: z.array(entry).readonly(), notices: z.record(z.string(), z.unknown()).readonly() })
  .meta({ id: 'ConsentOwnRecord' });
