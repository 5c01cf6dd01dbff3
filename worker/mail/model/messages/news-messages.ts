import type { Messages } from '#worker/mail/model/message.ts';
import type { Words } from '#worker/promises/model/words.ts';

const WHY = {
  newsletter: { en: 'You get this mail because you switched on the newsletter of {board}.' },
  'product-mail': { en: 'You get this mail because you switched on news about what {board} can do.' },
  surveys: { en: 'You get this mail because you switched on surveys of {board}.' },
} as const satisfies Readonly<Record<string, Words>>;

/** What the operator writes to those who said yes. */
export const NEWS_MESSAGES: Messages<'news'> = {
  news: ({ switch: kind, subject, markdown, token }, { say, page, machine }) => ({
    subject,
    paragraphs: [],
    markdown,
    why: say(WHY[kind]),
    unsubscribe: {
      page: page(`/unsubscribe?token=${encodeURIComponent(token)}`),
      oneClick: machine(`/api/mail/unsubscribe?token=${encodeURIComponent(token)}`),
    },
  }),
};
