import type { GuestPostsRepository } from '#db/repositories/guest-posts.ts';
import { readAddress } from '#worker/accounts/model/door-input.ts';
import type { IssueLink } from '#worker/employers/model/issue-link.ts';
import { newId } from '#worker/kernel/random.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';

export interface SendLostLinksContext {
  readonly now: number;
  readonly language: string;
  readonly guestPosts: Pick<GuestPostsRepository, 'ofAddress' | 'renewLinks'>;
  readonly hashRecipient: (emailKey: string) => Promise<string>;
  readonly issueLink: IssueLink;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

/** Mails new links to the posts of an address, if there are any; the answer is the same if not, and so is the work. */
export async function sendLostLinks(
  { now, language, guestPosts, hashRecipient, issueLink, prepareMail }: SendLostLinksContext,
  { email, network }: { readonly email: string; readonly network: string },
): Promise<void> {
  const address = readAddress(email);
  const posts = await guestPosts.ofAddress(await hashRecipient(address.key));
  const renewed = await Promise.all(
    posts.map(async ({ id: postId, title }) => ({ postId, title, ...(await issueLink(now, { kind: 'manage-post', subjectId: postId })) })),
  );
  const mail = await prepareMail({
    kind: 'lost-posts',
    key: `lost-posts/${newId()}`,
    to: address.shown,
    accountId: null,
    language: posts[0]?.language ?? language,
    network,
    facts: { posts: renewed.map(({ title, token }) => ({ title, token })) },
  });
  await guestPosts.renewLinks({ mail, links: renewed.map(({ postId, link }) => ({ postId, link })), now });
}
