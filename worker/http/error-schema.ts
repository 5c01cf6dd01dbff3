import { z } from 'zod';

const fieldError = z.object({ field: z.string(), message: z.string() });

/** The one shape of an error, for the OpenAPI document. */
const errorSchema = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      field: z.string().optional(),
      fields: z.array(fieldError).readonly().optional(),
      reference: z.string().optional(),
    }),
  })
  .meta({ id: 'Error' });

const json = (description: string) => ({ description, content: { 'application/json': { schema: errorSchema } } });

export const INVALID = json('A parameter is not understood; `fields` names it.');
export const UNAUTHENTICATED = json('Nobody is signed in in this browser.');
export const FORBIDDEN = json('Not without leave; the message says whose.');
export const NOT_FOUND = json('There is nothing public at this address.');
export const CONFLICT = json('Something stands against it; the message says what, and what to do.');
export const TOO_MANY = json('More requests than a minute allows; `Retry-After` says when to come back.');
