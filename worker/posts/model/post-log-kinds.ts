/** What a line of a post's log says. */
export const POST_LOG_KINDS = [
  'begun',
  'copied',
  'submitted',
  'withdrawn',
  'approved',
  'published-first',
  'edited',
  'rejected',
  'question-asked',
  'answered',
  'stopped',
  'resumed',
  'relisted',
  'warned',
  'expired',
  'frozen',
  'unfrozen',
  'removed',
  'restored',
  'claimed',
  'address-confirmed',
  'link-sent-again',
] as const;
export type PostLogKind = (typeof POST_LOG_KINDS)[number];

/** Who did it. */
export type LoggedBy = 'author' | 'guest' | 'moderator' | 'board' | 'time';
