import type { PostMailboxesRepository } from '#db/repositories/post-mailboxes.ts';
import { type EmailAddress, readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { readDomain } from '#worker/employers/model/domain.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import { plainMail } from '#worker/relay/model/plain-contact.ts';

export interface ChooseMailboxContext {
  readonly postMailboxes: PostMailboxesRepository;
  readonly guestAddressSeal: Seal;
}

interface Contacts {
  readonly jobId: string;
  /** As they stood in the ad, in the order in which they are to be tried. */
  readonly mails: readonly string[];
}

/**
 * The mailbox that messages about an ad go to. No words of a stranger go to an address that nobody has confirmed: of what an author named, an
 * address counts that is the author's or a colleague's own, or lies in the domain that the employer has proven; else its author is written to.
 * An imported ad stands for itself. Null where there is nobody to write to.
 */
export async function chooseMailbox(context: ChooseMailboxContext, { jobId, mails }: Contacts): Promise<EmailAddress | null> {
  const named = mails.flatMap((value) => readEmailAddress(plainMail(value) ?? '') ?? []);
  const post = named.length === 0 ? null : await context.postMailboxes.of(jobId);
  if (post === null) return named[0] ?? null;
  const guest = post.guestAddress === null ? null : await context.guestAddressSeal.open(post.guestAddress, jobId);
  const own = [...(guest === null ? [] : [guest]), ...post.members].flatMap((email) => readEmailAddress(email) ?? []);
  const isConfirmed = (address: EmailAddress) => own.some(({ key }) => key === address.key) || liesIn(post.domain, address);
  return named.find(isConfirmed) ?? own[0] ?? null;
}

function liesIn(proven: string | null, { shown }: EmailAddress): boolean {
  const read = readDomain(shown);
  return proven !== null && read.is === 'domain' && read.domain === proven;
}
