import type { Database } from '#db/client.ts';
import { guestPostsRepository } from '#db/repositories/guest-posts.ts';
import { anotherLinkStatement, postAddresseesRepository } from '#db/repositories/post-addressees.ts';
import { postClaimsRepository } from '#db/repositories/post-claims.ts';
import { queueStatements } from '#db/repositories/queue-mail.ts';
import { issueLink } from '#worker/accounts/link-tokens.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import type { mailParts } from '#worker/container/mail.ts';
import { guestAddressSeal } from '#worker/posts/model/guest-address-seal.ts';
import { type Telling, tellAuthor } from '#worker/posts/tell-author.ts';

interface GuestWiring extends Wiring {
  readonly mail: Pick<ReturnType<typeof mailParts>, 'prepareMail'>;
}

/** What posts without an account are given, and how the authors of all posts are written to. */
export function guestParts(db: Database, { config: { secret }, clock, mail: { prepareMail } }: GuestWiring) {
  const seal = guestAddressSeal(secret);
  const telling = {
    now: clock(),
    postAddressees: postAddresseesRepository(db),
    guestAddressSeal: seal,
    issueLink,
    prepareMail,
    queueMail: (mails: Parameters<typeof queueStatements>[1]) => queueStatements(db, mails),
    addLink: (link: Parameters<typeof anotherLinkStatement>[1]) => anotherLinkStatement(db, link),
  };
  return {
    postClaims: postClaimsRepository(db),
    guestPosts: guestPostsRepository(db),
    guestAddressSeal: seal,
    /** What a post's author is told: for the batch of its cause. */
    tellAuthor: (postId: string, told: Telling) => tellAuthor(telling, { postId, ...told }),
  };
}
