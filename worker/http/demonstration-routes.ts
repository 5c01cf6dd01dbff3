/** Only a bundle for a demonstration names these: a live one holds nothing of them. */
export const DEMONSTRATION_ROUTES: readonly string[] = ['/dev/mailbox', '/api/dev/mailbox', '/dev/persona', '/api/dev/persona'];

/** Pages with a form of their own. */
export const DEMONSTRATION_FORMS: readonly string[] = ['/dev/persona'];

export const DEMONSTRATION_PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^\/dev\/mailbox\/[^/]+$/, '/dev/mailbox/{id}'],
  [/^\/api\/dev\/mailbox\/[^/]+$/, '/api/dev/mailbox/{id}'],
  [/^\/api\/dev\/mailbox\/[^/]+\/html$/, '/api/dev/mailbox/{id}/html'],
];

/**
 * The content policy of an answer where it is not that of every page: the mailbox shows mails in a frame, and says of each mail itself
 * what it may hold. Null for every other answer.
 */
export function demonstrationPolicy({
  path,
  own,
  usual,
}: {
  readonly path: string;
  readonly own: string | null;
  readonly usual: string;
}): string | null {
  if (/^\/api\/dev\/mailbox\/[^/]+\/html$/.test(path)) return own;
  return path.startsWith('/dev/mailbox/') ? usual.replace("manifest-src 'self'", "frame-src 'self'; manifest-src 'self'") : null;
}
