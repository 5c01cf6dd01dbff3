import { z } from 'zod';
import { previewView } from '#worker/posts/model/check-view.ts';

/** What a link from a mail has opened: a post to confirm, or one to look after. */
export const guestView = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('to-confirm'),
    title: z.string(),
    version: z.int(),
    /** As everybody would see it. */
    preview: previewView,
  }),
  z.strictObject({ is: z.literal('own'), postId: z.string(), email: z.string().nullable() }),
]);
export type GuestView = z.output<typeof guestView>;

export const guestConfirmed = z.strictObject({
  postId: z.string(),
  /** False where the draft lacks something: then it is the guest’s to finish. */
  submitted: z.boolean(),
});
export type GuestConfirmed = z.output<typeof guestConfirmed>;

/** What a browser holds that was written without an account. */
export const draftHere = z.strictObject({
  post: z.strictObject({ id: z.string(), kind: z.enum(['job', 'gig']), title: z.string(), wasPublic: z.boolean() }).nullable(),
});
export type DraftHere = z.output<typeof draftHere>;
