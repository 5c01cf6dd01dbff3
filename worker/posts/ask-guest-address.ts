import type { GuestPostsRepository } from '#db/repositories/guest-posts.ts';
import type { PostsRepository } from '#db/repositories/posts.ts';
import { readAddress } from '#worker/accounts/model/door-input.ts';
import type { IssueLink } from '#worker/employers/model/issue-link.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { checkPost, type PreviewPostContext } from '#worker/posts/preview-post.ts';

export interface AskGuestAddressContext extends PreviewPostContext {
  readonly language: string;
  readonly posts: Pick<PostsRepository, 'find' | 'list'>;
  readonly guestPosts: Pick<GuestPostsRepository, 'giveAddress'>;
  readonly guestAddressSeal: Seal;
  readonly hashRecipient: (emailKey: string) => Promise<string>;
  readonly issueLink: IssueLink;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

export interface GuestAddressGiven {
  readonly email: string;
  /** Of the draft that this browser holds; null without one. */
  readonly draftKey: string | null;
  /** Keyed hash of the network. */
  readonly network: string;
}

/** Mails a link to the address that somebody gives for the draft of this browser. The answer is the same for every address. */
export async function askGuestAddress(context: AskGuestAddressContext, { email, draftKey, network }: GuestAddressGiven): Promise<void> {
  const { now, language, guestPosts, guestAddressSeal, hashRecipient, issueLink, prepareMail } = context;
  const postId = await draftOf(context, draftKey);
  if (draftKey === null || postId === null) throw noDraft();
  const { fields } = await checkPost(context, { id: postId, author: { is: 'browser', draftKey } });
  if (fields.length > 0) throw incomplete();
  const address = readAddress(email);
  const { token, link } = await issueLink(now, { kind: 'confirm-post', subjectId: postId });
  const mail = await prepareMail({
    kind: 'confirm-post',
    key: `confirm-post/${link.id}`,
    to: address.shown,
    accountId: null,
    language,
    network,
    facts: { token, until: link.expiresAt },
  });
  const sealed = await guestAddressSeal.close(address.shown, postId);
  const hash = await hashRecipient(address.key);
  if (!(await guestPosts.giveAddress({ draftKey, postId, now, address: sealed, hash, mail, link }))) throw noDraft();
}

async function draftOf({ posts }: AskGuestAddressContext, draftKey: string | null): Promise<string | null> {
  if (draftKey === null) return null;
  const [own] = await posts.list({ is: 'browser', draftKey });
  return own?.post.id ?? null;
}

function incomplete(): DomainError {
  return new DomainError('conflict', 'posts.incomplete');
}

function noDraft(): DomainError {
  return new DomainError('not_found', 'posts.no-draft-here');
}
