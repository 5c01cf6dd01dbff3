import { z } from 'zod';

/** An account as it was before a change of its address: what undoing the change brings back. Sealed wherever it is stored. */
const accountBefore = z.object({
  email: z.string(),
  emailKey: z.string(),
  passwordHash: z.string(),
  app: z.object({ secret: z.string(), createdAt: z.number() }).nullable(),
  codes: z.array(z.object({ id: z.string(), createdAt: z.number(), usedAt: z.number().nullable() })).readonly(),
  passkeys: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** Base64. */
        publicKey: z.string(),
        counter: z.number(),
        transports: z.array(z.string()).readonly(),
        createdAt: z.number(),
        usedAt: z.number().nullable(),
      }),
    )
    .readonly(),
});

export type AccountBefore = z.output<typeof accountBefore>;

/** Reads what was sealed; throws for what this board never wrote. */
export function readAccountBefore(text: string): AccountBefore {
  return accountBefore.parse(JSON.parse(text));
}
