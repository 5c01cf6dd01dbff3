/** What can wait for a moderator. */
export type CaseKind = 'post' | 'review' | 'import' | 'notice' | 'appeal' | 'employer' | 'claim';

/** Who goes first, 0 before all: notices by law, then objections, then whoever waits to be published, then what is public already or a feed's. */
export const PRIORITIES: Readonly<Record<CaseKind, number>> = {
  notice: 0,
  appeal: 1,
  post: 2,
  employer: 2,
  claim: 2,
  import: 3,
  review: 3,
};

export const CASE_KINDS: readonly CaseKind[] = ['notice', 'appeal', 'post', 'employer', 'claim', 'import', 'review'];
