import type { JobEmployer } from '#worker/jobs/model/job-posting.ts';
import type { VerifiedView } from '#worker/jobs/model/job-view.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';

export function presentVerified(verified: JobEmployer['verified']): VerifiedView | null {
  return verified === null ? null : { domain: verified.domain, since: isoTime(verified.since) };
}
