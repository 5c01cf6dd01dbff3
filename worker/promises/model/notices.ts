import type { Notice } from '#worker/promises/model/clause.ts';
import { CALIFORNIA_NOTICES } from '#worker/promises/model/notices-california.ts';
import { GDPR_NOTICES } from '#worker/promises/model/notices-gdpr.ts';
import type { Policy } from '#worker/promises/model/policy.ts';
import type { PolicyDocument } from '#worker/promises/model/policy-document.ts';

/** A notice with the place where it is printed. */
export interface PlacedNotice extends Notice {
  readonly document: PolicyDocument['id'];
  readonly section: string;
  /** Only where this is so; its opposite has a notice of its own. */
  readonly when?: (policy: Policy) => boolean;
}

/** What the law makes this board's notices say. Every one is printed: none waits for a feature. */
export function noticesFor(policy: Policy): readonly PlacedNotice[] {
  return [...GDPR_NOTICES, ...CALIFORNIA_NOTICES].filter(({ when }) => when === undefined || when(policy));
}
