import { type ContactKind, findContacts, keepContactsPrivateInMarkdown } from '#worker/jobs/model/contacts.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';

export interface TakenContact {
  /** The field it was found in. */
  readonly field: string;
  readonly kind: ContactKind;
  readonly value: string;
}

/** The contacts that `publicAd` takes out of the texts of a post, for its author to see. */
export function takenContacts({
  title,
  description,
  skills,
  payReason,
  agreement,
  gig,
  offeredBy,
  referenceId,
}: PostContent): readonly TakenContact[] {
  const lines = {
    title,
    skills: skills.join(', '),
    payReason,
    agreementName: agreement?.name,
    areaServed: gig?.areaServed,
    availability: gig?.availability,
    offeredByName: offeredBy?.name,
    referenceId,
  };
  const inLines = Object.entries(lines).flatMap(([field, text]) => findContacts(text ?? '').map((found) => ({ field, ...found })));
  const inText = keepContactsPrivateInMarkdown(description).contacts.map((found) => ({ field: 'description', ...found }));
  return [...inLines, ...inText].map(({ field, kind, value }) => ({ field, kind, value }));
}
