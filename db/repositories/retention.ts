import type { Database } from '#db/client.ts';
import type { KeptRows } from '#db/repositories/kept-rows.ts';
import { together } from '#db/repositories/kept-tables.ts';
import {
  activityLines,
  addressChanges,
  erasureArchive,
  knownBrowsers,
  linkTokens,
  objections,
  sessions,
  signUps,
} from '#db/repositories/retention-accounts.ts';
import { caseFiles, decisionsKept, freezes, noticesKept, removedAds } from '#db/repositories/retention-decisions.ts';
import { endedProofs, invitations, merges, waitingChanges } from '#db/repositories/retention-employers.ts';
import { expiredJobs, stoppedJobs } from '#db/repositories/retention-jobs.ts';
import { mailContents, mailKeys, mailSuppressions, networkHashes } from '#db/repositories/retention-mail.ts';
import { drafts, guestDrafts, postFingerprints } from '#db/repositories/retention-posts.ts';
import { consentActKeys, consentRecords, countedDays, taskEvidence } from '#db/repositories/retention-records.ts';
import { relayMessages } from '#db/repositories/retention-relay.ts';
import { auditLines, auditNotes, disclosures } from '#db/repositories/retention-staff.ts';

export type RetentionRepository = Readonly<Record<string, KeptRows>>;

/** What each rule of keeper `task` is about, by its id, but `search-index` and `index-words`: search/sync.ts and search/embedded/compact.ts keep these. */
export function retentionRepository(db: Database): RetentionRepository {
  return {
    'expired-jobs': expiredJobs(db),
    'stopped-jobs': stoppedJobs(db),
    'consent-records': consentRecords(db),
    'consent-act-keys': consentActKeys(db),
    counters: countedDays(db),
    freezes: freezes(db),
    notices: noticesKept(db),
    statements: decisionsKept(db),
    'case-files': caseFiles(db),
    'removed-ads': removedAds(db),
    'task-evidence': taskEvidence(db),
    drafts: together([drafts(db), waitingChanges(db)]),
    'guest-drafts': guestDrafts(db),
    'post-fingerprints': postFingerprints(db),
    'sign-ups': signUps(db),
    'link-tokens': linkTokens(db),
    sessions: sessions(db),
    'known-browsers': knownBrowsers(db),
    'address-changes': addressChanges(db),
    activity: activityLines(db),
    objections: objections(db),
    'erasure-archive': erasureArchive(db),
    'network-hashes': networkHashes(db),
    invitations: invitations(db),
    'domain-proofs': endedProofs(db),
    'employer-merges': merges(db),
    'mail-contents': mailContents(db),
    'mail-keys': mailKeys(db),
    'mail-suppressions': mailSuppressions(db),
    'relay-messages': relayMessages(db),
    'audit-log': auditLines(db),
    'audit-notes': auditNotes(db),
    disclosures: disclosures(db),
  };
}
