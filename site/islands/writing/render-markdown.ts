import { keepContactsPrivateInMarkdown } from '#worker/jobs/model/contacts.ts';
import { markdownToHtml } from '#worker/kernel/markdown.ts';

/** A text as readers will see it: safe HTML, contacts taken out. */
const render = (markdown: string): string => markdownToHtml(keepContactsPrivateInMarkdown(markdown).text);

/** The page takes HTML from a script only by way of a policy; this one lets nothing through but what the renderer wrote. */
const policy = typeof trustedTypes === 'undefined' ? null : trustedTypes.createPolicy('ad-preview', { createHTML: render });

export function showMarkdown(markdown: string, paper: HTMLElement): void {
  paper.innerHTML = policy === null ? render(markdown) : policy.createHTML(markdown);
}
