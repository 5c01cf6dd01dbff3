import type { Addressees, PostAddresseesRepository } from '#db/repositories/post-addressees.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import type { NewLink } from '#worker/accounts/model/new-link.ts';
import type { IssueLink } from '#worker/employers/model/issue-link.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import type { AboutPost, AuthorFacts, AuthorMailKind, WayToPost } from '#worker/mail/model/author-facts.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface TellAuthorContext {
  readonly now: number;
  readonly postAddressees: Pick<PostAddresseesRepository, 'of'>;
  readonly guestAddressSeal: Seal;
  readonly issueLink: IssueLink;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
  readonly queueMail: (mails: readonly PreparedMail[]) => readonly Statement[];
  readonly addLink: (link: NewLink) => Statement;
}

/** What the author of a post is told. The key is deterministic: what has been written under it is not written again. */
export type Telling = {
  readonly [Kind in AuthorMailKind]: { readonly kind: Kind; readonly key: string; readonly facts: AuthorFacts[Kind] };
}[AuthorMailKind];

interface Recipient {
  readonly to: string;
  readonly accountId: string | null;
  readonly language: string;
  readonly way: WayToPost;
}

/**
 * Writes to whoever a post belongs to, for the batch of what they are told: somebody without an account at the address that was confirmed, with
 * a link of the mail's own; else whoever began it; else the owners of its employer.
 */
export async function tellAuthor(
  context: TellAuthorContext,
  { postId, ...telling }: Telling & { readonly postId: string },
): Promise<readonly Statement[]> {
  const found = await context.postAddressees.of(postId);
  if (found === null) return [];
  const guest = await guestOf(context, { postId, found });
  const recipients = guest === null ? found.accounts.map(memberOf) : [guest.recipient];
  const mails = await Promise.all(
    recipients.map((recipient, nth) => context.prepareMail(orderOf(telling, { recipient, nth, post: { postId, title: found.title } }))),
  );
  return [...context.queueMail(mails), ...(guest === null ? [] : [context.addLink(guest.link)])];
}

function memberOf({ id, email, language }: Addressees['accounts'][number]): Recipient {
  return { to: email, accountId: id, language, way: { is: 'account' } };
}

async function guestOf(
  { now, guestAddressSeal, issueLink }: TellAuthorContext,
  { postId, found }: { readonly postId: string; readonly found: Addressees },
): Promise<{ readonly recipient: Recipient; readonly link: NewLink } | null> {
  const { guestAddress, language } = found;
  const to = guestAddress === null ? null : await guestAddressSeal.open(guestAddress, postId);
  if (to === null) return null;
  const { token, link } = await issueLink(now, { kind: 'manage-post', subjectId: postId });
  return { recipient: { to, accountId: null, language, way: { is: 'guest', token } }, link };
}

interface Addressed {
  readonly recipient: Recipient;
  readonly nth: number;
  readonly post: Omit<AboutPost, 'way'>;
}

function orderOf({ kind, key, facts }: Telling, { recipient, nth, post }: Addressed): MailOrder {
  const { to, accountId, language, way } = recipient;
  const about = { ...post, way };
  const letter = { to, accountId, language, network: null, key: nth === 0 ? key : `${key}/${nth}` };
  if (kind === 'post-approved') return { kind, ...letter, facts: { ...facts, ...about } };
  if (kind === 'post-question') return { kind, ...letter, facts: { ...facts, ...about } };
  if (kind === 'post-unanswered') return { kind, ...letter, facts: { ...facts, ...about } };
  if (kind === 'post-expiring') return { kind, ...letter, facts: { ...facts, ...about } };
  if (kind === 'post-link-dead') return { kind, ...letter, facts: { ...facts, ...about } };
  return { kind, ...letter, facts: { ...facts, ...about } };
}
