import { CONTACT_KEPT, keepContactsPrivateInMarkdown } from '#worker/jobs/model/contacts.ts';
import { markdownToHtml } from '#worker/kernel/markdown.ts';

/** What stands where a contact was: only ads have a button that shows one. */
const LEFT_OUT = '[contact kept private]';

/** What an employer does, as everybody reads it, from its Markdown. */
export function aboutHtml(about: string | null): string | null {
  if (about === null) return null;
  return markdownToHtml(keepContactsPrivateInMarkdown(about).text.replaceAll(CONTACT_KEPT, LEFT_OUT));
}
