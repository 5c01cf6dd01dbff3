import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { LinkKind } from '#worker/kernel/actor.ts';

/** Makes a link for a mail, of a kind and about something of ours; the row goes into the batch of that mail. */
export type IssueLink = (
  now: number,
  asked: { readonly kind: LinkKind; readonly subjectId: string },
) => Promise<{ readonly token: string; readonly link: NewLink }>;
