import { cleanText } from '#db/import/clean/clean-text.ts';
import { htmlToMarkdown } from '#db/import/clean/html-to-markdown.ts';
import { textToMarkdown } from '#db/import/clean/markdown-text.ts';
import type { RawJob } from '#db/import/raw-job.ts';

const LONGEST_SOURCE = 200_000;
const LONGEST = 30_000;

/** Whether a text is marked up, also where its marks are themselves escaped (`&lt;p&gt;`). */
export function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(text);
}

/** A description as clean Markdown of bounded length. */
export function cleanDescription({ text, format }: RawJob['description']): string {
  const bounded = cleanText(text, LONGEST_SOURCE);
  if (format === 'markdown') return bounded.length > LONGEST ? cleanText(bounded, LONGEST) : bounded;
  if (format === 'text') return cleanText(textToMarkdown(bounded), LONGEST);
  const isEscaped = !/<[a-z/!]/i.test(bounded) && /&lt;\/?[a-z]/i.test(bounded);
  const html = isEscaped
    ? bounded.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    : bounded;
  const lined = /<(?:p|br|div|li|h\d)\b/i.test(html) ? html : html.replaceAll('\n', '<br>');
  return cleanText(htmlToMarkdown(lined), LONGEST);
}
