import type { AccountsRepository } from '#db/repositories/accounts.ts';
import type { DomainProofsRepository } from '#db/repositories/domain-proofs.ts';
import type { EmployerChangesRepository } from '#db/repositories/employer-changes.ts';
import type { EmployerPeopleRepository } from '#db/repositories/employer-people.ts';
import type { EmployerStandingRepository } from '#db/repositories/employer-standing.ts';
import type { ModerationQueueRepository } from '#db/repositories/moderation-queue.ts';
import type { PostRevisionsRepository } from '#db/repositories/post-revisions.ts';
import type { Statement } from '#db/repositories/run-batch.ts';
import type { WithheldAdsRepository } from '#db/repositories/withheld-ads.ts';
import type { Member } from '#worker/kernel/actor.ts';
import type { AuthorFacts } from '#worker/mail/model/author-facts.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import type { StatementMade } from '#worker/moderation/make-statement.ts';
import type { StatementWanted } from '#worker/moderation/model/statement.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import type { StaffAct, StaffReason, StaffSubject } from '#worker/staff/model/staff-acts.ts';

/** What is told to an author of a decision, beside statements of reasons. */
export type ToldAuthor =
  | { readonly kind: 'post-approved'; readonly key: string; readonly facts: AuthorFacts['post-approved'] }
  | { readonly kind: 'post-question'; readonly key: string; readonly facts: AuthorFacts['post-question'] };

/** The decision on a waiting revision, for its batch; null where that revision does not wait any more. */
export interface DecidePost {
  /** `content`: what the moderator made of it. */
  readonly approve: (decision: {
    readonly revisionId: string;
    readonly content?: PostContent;
    readonly why?: string | null;
  }) => Promise<readonly Statement[] | null>;
  readonly reject: (decision: { readonly revisionId: string; readonly why: string }) => Promise<readonly Statement[] | null>;
}

export interface StaffDid {
  readonly staff: Member;
  readonly act: StaffAct;
  readonly subject: StaffSubject;
  readonly reason: StaffReason;
  readonly note?: string | undefined;
}

/** What deciding on posts and ads needs. */
export interface ModerationContext {
  readonly now: number;
  readonly moderationQueue: ModerationQueueRepository;
  readonly postRevisions: Pick<PostRevisionsRepository, 'find'>;
  readonly withheldAds: Pick<WithheldAdsRepository, 'find' | 'releaseStatements' | 'refuseStatements' | 'removeStatements'>;
  readonly decidePost: DecidePost;
  readonly makeStatement: (wanted: StatementWanted) => Promise<StatementMade>;
  readonly tellAuthor: (postId: string, told: ToldAuthor) => Promise<readonly Statement[]>;
  readonly employerChanges: Pick<EmployerChangesRepository, 'find' | 'decideStatements'>;
  readonly domainProofs: Pick<DomainProofsRepository, 'find'>;
  readonly employerStanding: Pick<EmployerStandingRepository, 'decideClaim'>;
  readonly accounts: Pick<AccountsRepository, 'byId'>;
  readonly employerPeople: Pick<EmployerPeopleRepository, 'members'>;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
  readonly queueMails: (mails: readonly PreparedMail[]) => readonly Statement[];
  /** The act and its line in one batch; false when a condition of it did not hold. */
  readonly audited: (did: StaffDid, statements: readonly Statement[]) => Promise<boolean>;
  readonly pseudonymOf: (accountId: string) => Promise<string>;
}
