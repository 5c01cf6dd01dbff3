/**
 * Where a post is in its life. What is gone for good has no state: its row is deleted. An edit of a published post changes nothing here: it
 * waits as a revision, and the last approved one stays public.
 */
export const POST_STATES = ['draft', 'submitted', 'published', 'stopped', 'expired', 'rejected'] as const;
export type PostState = (typeof POST_STATES)[number];
