import type { Database } from '#db/client.ts';
import { postActsRepository } from '#db/repositories/post-acts.ts';
import { type Approval, approveStatements, type Rejection, rejectStatements } from '#db/repositories/post-decisions.ts';
import { postEndsRepository } from '#db/repositories/post-ends.ts';
import { postHistoryRepository } from '#db/repositories/post-history.ts';
import { postLogRepository } from '#db/repositories/post-log.ts';
import { findPicture, givePicture, type PictureGiven } from '#db/repositories/post-pictures.ts';
import { postRevisionsRepository } from '#db/repositories/post-revisions.ts';
import { postsRepository } from '#db/repositories/posts.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import { takePicture } from '#worker/pictures/take-picture.ts';
import { approvePost, type PostApproved, type PostRejected, rejectPost } from '#worker/posts/decide-post.ts';
import { fingerprinting } from '#worker/posts/model/fingerprint.ts';

/** What posts and those who write them are given. */
export function postParts(db: Database, { config: { secret }, clock }: Wiring) {
  const postRevisions = postRevisionsRepository(db);
  const fingerprint = fingerprinting(secret);
  const deciding = {
    now: clock(),
    postRevisions,
    fingerprint,
    approveStatements: (approval: Approval) => approveStatements(db, approval),
    rejectStatements: (rejection: Rejection) => rejectStatements(db, rejection),
  };
  return {
    posts: postsRepository(db),
    postActs: postActsRepository(db),
    postEnds: postEndsRepository(db),
    postHistory: postHistoryRepository(db),
    postLog: postLogRepository(db),
    postRevisions,
    fingerprint,
    givePicture: (given: PictureGiven) => givePicture(db, given),
    takePicture,
    findPicture: (asked: Parameters<typeof findPicture>[1]) => findPicture(db, asked),
    /** What a decision does to a post, for the batch of the decision; null where the revision that was read waits no longer. */
    decidePost: {
      approve: (approved: PostApproved) => approvePost(deciding, approved),
      reject: (rejected: PostRejected) => rejectPost(deciding, rejected),
    },
  };
}
