import type { AboutPost, AuthorMailKind } from '#worker/mail/model/author-facts.ts';
import type { MailVoice } from '#worker/mail/model/mail-voice.ts';
import type { Message, Messages } from '#worker/mail/model/message.ts';
import { QUESTION_WAITS } from '#worker/promises/model/post-periods.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import type { Words } from '#worker/promises/model/words.ts';

const WORDS = {
  approved: { en: 'Your ad “{title}” is public' },
  approvedText: { en: 'A person has looked at your ad “{title}”. Everybody can see it now.' },
  approvedLater: { en: 'Your ad “{title}” is approved' },
  approvedLaterText: { en: 'A person has looked at your ad “{title}”. Everybody can see it from {from}, as you wished.' },
  approvedEdit: { en: 'Your changes to “{title}” are public' },
  approvedEditText: { en: 'A person has looked at what you changed in “{title}”. It took the place of the words before.' },
  question: { en: 'A question about your ad “{title}”' },
  questionText: { en: 'Somebody of {board} has a question before deciding about “{title}”:' },
  questionName: { en: 'The question' },
  questionNext: {
    en: 'Answer it on the page of your ad. Your ad waits {days} days for the answer. Without one, what you sent becomes a draft of yours again.',
  },
  unanswered: { en: 'What you sent of “{title}” is a draft again' },
  unansweredText: {
    en: 'A question about your ad “{title}” had no answer for {days} days. What you sent is a draft of yours again, and nobody looks at it.',
  },
  unansweredNext: {
    en: 'Is the ad still needed? Then open it, add what was asked, and send it again. If it never was public, it is deleted after {kept} days in which nobody goes on with it.',
  },
  expiring: { en: 'Your ad “{title}” ends on {day}' },
  expiringText: { en: 'Your ad “{title}” is public until {ends}. After that nobody sees it any more.' },
  expiringNext: {
    en: 'No longer needed? Then stop it now. Still open after that day? Then you can put it in again once it has ended.',
  },
  expired: { en: 'Your ad “{title}” has ended' },
  expiredText: { en: 'Your ad “{title}” is not public any more. It is deleted, with everything that belongs to it, by {purged}.' },
  expiredNext: { en: 'Until then you can put it in again, or make a copy of it.' },
  linkDead: { en: 'A link in your ad “{title}” leads nowhere' },
  linkDeadText: { en: 'We looked at the link to {site} in your ad “{title}” on two days, and both times there was no page to see:' },
  linkDeadName: { en: 'The link' },
  linkDeadNext: {
    en: 'Whoever wants to apply ends up there. Please mend the link in your ad, or stop the ad if it is no longer needed. We go on looking, and do not write about this again unless it works and breaks once more.',
  },
  see: { en: 'Open my ad' },
  answer: { en: 'Answer the question' },
  whyAccount: { en: 'You get this mail because you have written this ad at {board}, or look after it for your employer.' },
  whyGuest: { en: 'You get this mail because an ad at {board} was written with this address.' },
} as const satisfies Readonly<Record<string, Words>>;

const QUESTION_DAYS = String(QUESTION_WAITS.amount);
const DRAFT_DAYS = String(ruleOf(RETENTION, 'drafts').keep.amount);

type Said = Pick<Message, 'subject' | 'paragraphs' | 'rows' | 'after'>;

/** What happened to a post, with the way to it. */
function about(voice: MailVoice, { postId, way }: AboutPost, { label = WORDS.see, ...said }: Said & { readonly label?: Words }): Message {
  const { say, opens, page } = voice;
  const url = way.is === 'guest' ? opens('manage-post', way.token) : page(`/hire/posts/${postId}`);
  return { ...said, button: { label: say(label), url }, why: say(way.is === 'guest' ? WORDS.whyGuest : WORDS.whyAccount) };
}

/** What became of a post, to its author. */
export const AUTHOR_MESSAGES: Messages<AuthorMailKind> = {
  'post-approved': ({ publicFrom, isEdit, ...post }, voice) => {
    const { say, moment } = voice;
    const { title } = post;
    if (isEdit)
      return about(voice, post, { subject: say(WORDS.approvedEdit, { title }), paragraphs: [say(WORDS.approvedEditText, { title })] });
    if (publicFrom === null)
      return about(voice, post, { subject: say(WORDS.approved, { title }), paragraphs: [say(WORDS.approvedText, { title })] });
    const text = say(WORDS.approvedLaterText, { title, from: moment(publicFrom) });
    return about(voice, post, { subject: say(WORDS.approvedLater, { title }), paragraphs: [text] });
  },
  'post-question': ({ question, ...post }, voice) => {
    const { say } = voice;
    const { title } = post;
    return about(voice, post, {
      label: WORDS.answer,
      subject: say(WORDS.question, { title }),
      paragraphs: [say(WORDS.questionText, { title })],
      rows: [{ name: say(WORDS.questionName), text: question }],
      after: [say(WORDS.questionNext, { days: QUESTION_DAYS })],
    });
  },
  'post-unanswered': (post, voice) => {
    const { say } = voice;
    const { title } = post;
    return about(voice, post, {
      subject: say(WORDS.unanswered, { title }),
      paragraphs: [say(WORDS.unansweredText, { title, days: QUESTION_DAYS }), say(WORDS.unansweredNext, { kept: DRAFT_DAYS })],
    });
  },
  'post-expiring': ({ endsAt, ...post }, voice) => {
    const { say, moment, day } = voice;
    const { title } = post;
    return about(voice, post, {
      subject: say(WORDS.expiring, { title, day: day(endsAt) }),
      paragraphs: [say(WORDS.expiringText, { title, ends: moment(endsAt) })],
      after: [say(WORDS.expiringNext)],
    });
  },
  'post-expired': ({ purgedAt, ...post }, voice) => {
    const { say, day } = voice;
    const { title } = post;
    return about(voice, post, {
      subject: say(WORDS.expired, { title }),
      paragraphs: [say(WORDS.expiredText, { title, purged: day(purgedAt) })],
      after: [say(WORDS.expiredNext)],
    });
  },
  'post-link-dead': ({ url, ...post }, voice) => {
    const { say } = voice;
    const { title } = post;
    return about(voice, post, {
      subject: say(WORDS.linkDead, { title }),
      paragraphs: [say(WORDS.linkDeadText, { title, site: URL.parse(url)?.host ?? url })],
      rows: [{ name: say(WORDS.linkDeadName), text: url }],
      after: [say(WORDS.linkDeadNext)],
    });
  },
};
