import type { Messages } from '#worker/mail/model/message.ts';
import { SHARED } from '#worker/mail/model/messages/shared-words.ts';
import { LINK_LASTS } from '#worker/promises/model/account-periods.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import type { Words } from '#worker/promises/model/words.ts';

const WORDS = {
  confirm: { en: 'Confirm the address of your ad at {board}' },
  confirmText: {
    en: 'Somebody, we hope you, wrote an ad at {board} and gave this address. A moderator gets it once you confirm that the address is yours.',
  },
  confirmButton: { en: 'See the ad and confirm' },
  confirmNotYou: {
    en: 'It was not you? Then do nothing: the ad is seen by nobody, and it is forgotten with this address after {draft}.',
  },
  manage: { en: 'The link to your ad “{title}”' },
  manageText: {
    en: 'Thank you: your address is confirmed, and your ad “{title}” waits for a person to look at it. We write to you when that is done.',
  },
  manageKeep: {
    en: 'Keep this mail. Its button opens your ad: there you change it, stop it, delete it, and see what happened to it. No password is needed, so whoever has the link can do the same.',
  },
  manageLasts: { en: 'The link works for {period}, as often as you like, until you ask for another.' },
  manageButton: { en: 'Open my ad' },
  lost: { en: 'The links to your ads at {board}' },
  lostText: {
    en: 'Somebody, we hope you, asked for the links to the ads that were written with this address. From now on these are the ones that work; older ones no longer work.',
  },
  lostNotYou: {
    en: 'You did not ask for this? Then you need not do anything: whoever asked was told nothing. Use these links from now on.',
  },
  why: { en: 'You get this mail because an ad at {board} was written with this address.' },
} as const satisfies Readonly<Record<string, Words>>;

const DRAFT = ruleOf(RETENTION, 'guest-drafts').keep;

/** Ads without an account: the address, and the links. */
export const GUEST_MESSAGES: Messages<'confirm-post' | 'manage-post' | 'lost-posts'> = {
  'confirm-post': ({ token, until }, { say, moment, opens, period }) => ({
    subject: say(WORDS.confirm),
    paragraphs: [say(WORDS.confirmText)],
    button: { label: say(WORDS.confirmButton), url: opens('confirm-post', token) },
    after: [say(SHARED.until, { until: moment(until) })],
    notYou: say(WORDS.confirmNotYou, { draft: period(DRAFT) }),
    why: say(WORDS.why),
  }),
  'manage-post': ({ token, title }, { say, opens, period }) => ({
    subject: say(WORDS.manage, { title }),
    paragraphs: [say(WORDS.manageText, { title }), say(WORDS.manageKeep)],
    button: { label: say(WORDS.manageButton), url: opens('manage-post', token) },
    after: [say(WORDS.manageLasts, { period: period(LINK_LASTS['manage-post']) })],
    notYou: say(SHARED.notYouAnswer),
    why: say(WORDS.why),
  }),
  'lost-posts': ({ posts }, { say, opens }) => ({
    subject: say(WORDS.lost),
    paragraphs: [say(WORDS.lostText)],
    rows: posts.map(({ title, token }) => ({ name: title, text: opens('manage-post', token) })),
    notYou: say(WORDS.lostNotYou),
    why: say(WORDS.why),
  }),
};
