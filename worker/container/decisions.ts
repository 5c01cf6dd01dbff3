import type { Database } from '#db/client.ts';
import { appealsRepository } from '#db/repositories/appeals.ts';
import { caseFilesRepository } from '#db/repositories/case-files.ts';
import { decisionSubjectsRepository } from '#db/repositories/decision-subjects.ts';
import { noticesRepository } from '#db/repositories/notices.ts';
import { reversalsRepository } from '#db/repositories/reversals.ts';
import { statementsRepository } from '#db/repositories/statements.ts';
import { transparencyRepository } from '#db/repositories/transparency.ts';
import { withheldAdsRepository } from '#db/repositories/withheld-ads.ts';
import { issueLink } from '#worker/accounts/link-tokens.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import type { mailParts } from '#worker/container/mail.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import { sealFor } from '#worker/kernel/seal.ts';
import { confirmNotifier } from '#worker/moderation/confirm-notifier.ts';
import { type Deleting, keepCaseFile } from '#worker/moderation/keep-case-file.ts';
import { makeStatement } from '#worker/moderation/make-statement.ts';
import { removedAdText } from '#worker/moderation/model/removed-ad.ts';
import type { StatementWanted } from '#worker/moderation/model/statement.ts';
import { sealCaseFile } from '#worker/moderation/seal-case-file.ts';
import { type NoticeSettled, settleNotice } from '#worker/moderation/settle-notice.ts';
import { type TakenBack, takeBack } from '#worker/moderation/take-back.ts';
import { tellAppeal, tellCopyKept, tellReversed } from '#worker/moderation/tell-decided.ts';
import { guestAddressSeal } from '#worker/posts/model/guest-address-seal.ts';

interface DecisionsWiring extends Wiring {
  readonly mail: Pick<ReturnType<typeof mailParts>, 'prepareMail' | 'hashRecipient'>;
}

/** What reports, decisions and objections are given. */
export function decisionParts(db: Database, wiring: DecisionsWiring) {
  const stores = decisionStores(db, wiring);
  const { closeCaseStatements } = stores;
  const closeCaseOf = ({ noticeId, appealId, ...closed }: Closing) =>
    closeCaseStatements({ ...closed, subjectId: noticeId ?? appealId ?? '' });
  const given = { ...stores, closeCaseOf, now: wiring.clock(), prepareMail: wiring.mail.prepareMail, issueLink };
  const copyAd = (jobId: string, revisionId: string | null = null) => sealCaseFile(given, { jobId, revisionId });
  const telling = {
    tellReversed: (reversed: Parameters<typeof tellReversed>[1]) => tellReversed(given, reversed),
    tellAppeal: (decided: Parameters<typeof tellAppeal>[1]) => tellAppeal(given, decided),
  };
  return {
    ...stores,
    ...telling,
    closeCaseOf,
    copyAd,
    /** The reasons of a decision that restricts: statements for its batch, the sealed copy and the mail to its author among them. */
    makeStatement: (wanted: StatementWanted) => makeStatement({ ...given, copyAd }, wanted),
    /** Whoever opens the link of a receipt has shown that its address is theirs. */
    confirmNotifier: (noticeId: string) => confirmNotifier({ ...stores, hashRecipient: wiring.mail.hashRecipient }, noticeId),
    settleNotice: (settled: NoticeSettled) => settleNotice(given, settled),
    takeBack: (taken: TakenBack) => takeBack(given, taken),
    /** For the batch in which an author deletes a post: tells of the sealed copy that stays, where there is one. */
    keepCaseFile: (deleting: Deleting) => keepCaseFile({ ...given, tellCopyKept: (kept) => tellCopyKept(given, kept) }, deleting),
  };
}

interface Closing {
  readonly noticeId?: string;
  readonly appealId?: string;
  readonly now: number;
  readonly by: string;
  readonly outcome: string;
}

function decisionStores(db: Database, { config: { secret } }: DecisionsWiring) {
  const guests = guestAddressSeal(secret);
  return {
    statements: statementsRepository(db),
    notices: noticesRepository(db),
    appeals: appealsRepository(db),
    caseFiles: caseFilesRepository(db),
    withheldAds: withheldAdsRepository(db),
    reversals: reversalsRepository(db),
    transparency: transparencyRepository(db),
    ...decisionSubjectsRepository(db),
    noticeSeal: sealFor(secret, 'notice'),
    appealSeal: sealFor(secret, 'objection'),
    caseFileSeal: sealFor(secret, 'case file'),
    openGuestAddress: (sealed: string, postId: string) => guests.open(sealed, postId),
    issueNoticeLink: issueLink,
    adFingerprint: (source: { readonly id: string; readonly key: string }) => sha256(removedAdText(source)),
  };
}
