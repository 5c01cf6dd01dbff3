import { sha256 } from '#worker/kernel/hash.ts';
import type { NewsSwitch } from '#worker/mail/model/unsubscribe-token.ts';

/** One issue that an operator wrote. */
export interface NewsIssue {
  readonly kind: NewsSwitch;
  readonly subject: string;
  readonly markdown: string;
  /** The same for the same words: nobody gets an issue twice. */
  readonly id: string;
}

/** Reads Markdown whose first line is `# Subject`. Null where it has no subject, or nothing below it. */
export async function readIssue(kind: NewsSwitch, markdown: string): Promise<NewsIssue | null> {
  const [, subject = '', text = ''] = /^\s*#[ \t]+(.+?)[ \t]*\r?\n([\s\S]*)$/.exec(markdown) ?? [];
  if (subject === '' || text.trim() === '') return null;
  const id = (await sha256(JSON.stringify([kind, subject, text.trim()]))).slice(0, 16);
  return { kind, subject, markdown: text.trim(), id };
}
