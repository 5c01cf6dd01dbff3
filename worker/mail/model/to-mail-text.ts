import type { Message } from '#worker/mail/model/message.ts';
import type { Frame } from '#worker/mail/model/write-mail.ts';

/** A message as plain text: everything that the HTML says, with each address spelled out. */
export function toMailText({ paragraphs, rows = [], markdown, button, after = [], notYou }: Message, frame: Frame): string {
  const parts = [
    ...(markdown === undefined ? [frame.hello] : [markdown.trim()]),
    ...paragraphs,
    ...(rows.length === 0 ? [] : [rows.map(({ name, text }) => `- ${name}: ${text}`).join('\n')]),
    ...(button === undefined ? [] : [`${button.label}:\n${button.url}`]),
    ...after,
    ...(notYou === undefined ? [] : [notYou]),
  ];
  const { foot, unsubscribe } = frame;
  const end = unsubscribe === null ? foot : [foot[0], `${unsubscribe.label}:\n${unsubscribe.url}`, ...foot.slice(1)];
  return `${parts.join('\n\n')}\n\n-- \n${end.join('\n')}\n`;
}
