import { escapeXml } from '#worker/kernel/escape.ts';
import { markdownToHtml } from '#worker/kernel/markdown.ts';
import type { Message } from '#worker/mail/model/message.ts';
import type { Frame } from '#worker/mail/model/write-mail.ts';

/** Light and dark, by colours that stay readable where a mail program turns them round. Nothing is fetched: no picture, no font, no sheet. */
const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; background: #fbfaf7; color: #1b1f24; }
.sheet { max-width: 34em; margin: 0 auto; padding: 24px; font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
.brand { margin: 0 0 24px; font: 600 20px/1.3 Georgia, "Times New Roman", serif; }
h1, h2, h3 { font-family: Georgia, "Times New Roman", serif; font-weight: 600; line-height: 1.3; }
h1 { margin: 0 0 16px; font-size: 22px; }
p, ul, ol, dl { margin: 0 0 16px; }
dt { font-weight: 600; }
dd { margin: 0 0 8px; white-space: pre-line; }
a { color: #0a5c4a; }
.button { display: inline-block; padding: 12px 20px; border-radius: 8px; background: #0a5c4a; color: #ffffff; font-weight: 600; text-decoration: none; }
.quiet, .foot { color: #5b626b; font-size: 14px; }
.foot { margin-top: 32px; padding-top: 16px; border-top: 1px solid #e3e0d8; }
@media (prefers-color-scheme: dark) {
  body { background: #12151a; color: #eceae4; }
  a { color: #7ad6b8; }
  .button { background: #7ad6b8; color: #0b1512; }
  .quiet, .foot { color: #a3a9b1; }
  .foot { border-top-color: #2c333c; }
}`;

/** A message as HTML that is whole without pictures and without its styles. */
export function toMailHtml(message: Message, frame: Frame): string {
  const { subject, paragraphs, rows = [], markdown, after = [], notYou } = message;
  const body = [
    paragraph(frame.board, 'brand'),
    `<h1>${escapeXml(subject)}</h1>`,
    ...(markdown === undefined ? [paragraph(frame.hello)] : [markdownToHtml(markdown)]),
    ...paragraphs.map((text) => paragraph(text)),
    ...(rows.length === 0
      ? []
      : [`<dl>${rows.map(({ name, text }) => `<dt>${escapeXml(name)}</dt><dd>${escapeXml(text)}</dd>`).join('')}</dl>`]),
    ...button(message, frame),
    ...after.map((text) => paragraph(text)),
    ...(notYou === undefined ? [] : [paragraph(notYou)]),
    foot(frame),
  ];
  return page(subject, { language: frame.language, body: body.join('\n') });
}

function page(subject: string, { language, body }: { readonly language: string; readonly body: string }): string {
  return `<!doctype html>
<html lang="${escapeXml(language)}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeXml(subject)}</title>
<style>${STYLE}
</style>
</head>
<body>
<div class="sheet">
${body}
</div>
</body>
</html>
`;
}

/** The address stands below as text, for whoever does not trust buttons or cannot press them. */
function button({ button: one }: Message, frame: Frame): readonly string[] {
  if (one === undefined) return [];
  const url = escapeXml(one.url);
  return [
    `<p><a class="button" href="${url}">${escapeXml(one.label)}</a></p>`,
    `<p class="quiet">${escapeXml(frame.button)}<br>${url}</p>`,
  ];
}

function foot({ foot: lines, unsubscribe }: Frame): string {
  const said = lines.map((line) => paragraph(line));
  if (unsubscribe === null) return `<div class="foot">${said.join('\n')}</div>`;
  const { url, label } = unsubscribe;
  const end = `<p><a href="${escapeXml(url)}">${escapeXml(label)}</a></p>`;
  return `<div class="foot">${[said[0], end, ...said.slice(1)].join('\n')}</div>`;
}

/** Addresses of this board in a sentence can be followed, too. */
function paragraph(text: string, kind?: string): string {
  const html = escapeXml(text).replace(/https?:\/\/[^\s<>"]*[^\s<>".,:;]/g, (url) => `<a href="${url}">${url}</a>`);
  return `<p${kind === undefined ? '' : ` class="${kind}"`}>${html}</p>`;
}
