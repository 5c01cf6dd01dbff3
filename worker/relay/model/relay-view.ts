import { z } from 'zod';

/** `confirm`: a mail with a link went to the sender. `sent`: it is on its way, for whoever is signed in has confirmed the address before. */
export const relayTaken = z.strictObject({ next: z.enum(['confirm', 'sent']) });
export type RelayTaken = z.output<typeof relayTaken>;

/** Answer of `GET /api/relay`: the message that the open link is about, for whoever wrote it. */
export const relayView = z
  .strictObject({
    title: z.string(),
    employer: z.string(),
    name: z.string(),
    email: z.string(),
    message: z.string(),
    writtenAt: z.iso.datetime(),
  })
  .meta({ id: 'RelayMessage' });
export type RelayView = z.output<typeof relayView>;
