import type { GuestPostsRepository } from '#db/repositories/guest-posts.ts';
import { doorCookieText } from '#worker/accounts/model/cookie-names.ts';
import { LINK_OVER } from '#worker/accounts/model/link-over.ts';
import type { OpenedLink } from '#worker/accounts/model/session.ts';
import { shownVersions } from '#worker/accounts/model/shown-versions.ts';
import type { Board } from '#worker/board/model/board.ts';
import { sayFirst } from '#worker/board/model/say-first.ts';
import type { IssueLink } from '#worker/employers/model/issue-link.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import type { Seal } from '#worker/kernel/seal.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { draftOver } from '#worker/posts/model/draft-cookie.ts';
import type { GuestConfirmed } from '#worker/posts/model/guest-view.ts';
import { type SubmitPostContext, submitPost } from '#worker/posts/submit-post.ts';
import { OPENED_LINK_LASTS } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** What the log of the ad says of it. */
const ACCEPTED: Words = { en: 'Terms accepted: version {terms}. Privacy policy shown: version {privacy}.' };

export interface ConfirmGuestPostContext extends SubmitPostContext {
  readonly board: SubmitPostContext['board'] & Pick<Board, 'policyVersions'>;
  readonly publicUrl: string;
  readonly guestPosts: Pick<GuestPostsRepository, 'unconfirmed' | 'confirm' | 'address'>;
  readonly guestAddressSeal: Seal;
  readonly issueLink: IssueLink;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

export interface GuestConfirming {
  readonly link: OpenedLink | null;
  /** Of the draft that was read before confirming. */
  readonly version: number;
}

export interface Confirmed {
  readonly view: GuestConfirmed;
  /** The browser goes on with the link of the post, and lets the draft go. */
  readonly cookies: readonly string[];
}

/** Confirms the address of a post, sends what was read to be looked at, and mails the link that opens it from then on. */
export async function confirmGuestPost(context: ConfirmGuestPostContext, { link, version }: GuestConfirming): Promise<Confirmed> {
  const { now, board, publicUrl, guestPosts, issueLink, prepareMail } = context;
  const { postId, title, language, to } = await waiting(context, link);
  const manage = await issueLink(now, { kind: 'manage-post', subjectId: postId });
  const { token } = manage;
  const key = `manage-post/${manage.link.id}`;
  const facts = { token, until: manage.link.expiresAt, title };
  const mail = await prepareMail({ kind: 'manage-post', key, to, accountId: null, language, network: null, facts });
  const { termsVersion, privacyVersion } = shownVersions(board, now);
  const why = sayFirst(ACCEPTED, { terms: termsVersion, privacy: privacyVersion });
  const use = { id: link?.tokenId ?? '', kind: 'confirm-post', now } as const;
  if (!(await guestPosts.confirm({ link: use, postId, version, now, why, manage: manage.link, mail }))) throw changed();
  const submitted = await trySubmit(context, { postId, version });
  const maxAge = Math.floor((after(now, OPENED_LINK_LASTS) - now) / 1000);
  const cookies = [doorCookieText({ publicUrl, name: 'link', value: token, maxAge }), draftOver(publicUrl)];
  return { view: { postId, submitted }, cookies };
}

async function waiting({ guestPosts, guestAddressSeal }: ConfirmGuestPostContext, link: OpenedLink | null) {
  const postId = link?.kind === 'confirm-post' ? link.subjectId : null;
  const found = postId === null ? null : await guestPosts.unconfirmed(postId);
  const sealed = postId === null ? null : await guestPosts.address(postId);
  const to = postId === null || sealed === null ? null : await guestAddressSeal.open(sealed, postId);
  if (postId === null || found === null || to === null) throw new DomainError('not_found', LINK_OVER);
  const { language, title } = found;
  return { postId, to, language, title };
}

/** What cannot be handed in stays a draft: its guest, who can be written to now, finishes it. */
async function trySubmit(
  context: SubmitPostContext,
  { postId, version }: { readonly postId: string; readonly version: number },
): Promise<boolean> {
  try {
    await submitPost(context, { author: { is: 'guest', postId }, id: postId, version });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

function changed(): DomainError {
  return new DomainError('conflict', 'posts.changed-since-mail');
}
