import type { RestrictionTold } from '#worker/moderation/model/statement.ts';
import type { Words } from '#worker/promises/model/words.ts';

type OfEach = Readonly<Record<RestrictionTold, Words>>;

const subject: OfEach = {
  rejected: { en: 'Your ad was not published: {title}' },
  frozen: { en: 'Your ad is frozen for a short time: {title}' },
  removed: { en: 'Your ad was removed: {title}' },
  edited: { en: 'Words in your ad were changed: {title}' },
  suspended: { en: '{title} is suspended' },
  'account-suspended': { en: 'Your account is suspended' },
};

const what: OfEach = {
  rejected: { en: 'We have read “{title}” and have not published it. Here are the reasons.' },
  frozen: { en: 'Nobody can see “{title}” for the moment, while somebody looks at it. Here are the reasons.' },
  removed: { en: 'We have taken “{title}” out of the public. Here are the reasons.' },
  edited: {
    en: 'We have published “{title}” after changing words in it. The page of the decision shows your words beside ours; the reasons are here.',
  },
  suspended: { en: 'Everything that {title} has published here is out of the public. Here are the reasons.' },
  'account-suspended': {
    en: 'Your own ads are out of the public, and you act for no employer here. You can still sign in, read what is yours, take a copy, delete the account, and object. Here are the reasons.',
  },
};

const reversed: OfEach = {
  rejected: { en: 'Your ad may be published after all: {title}' },
  frozen: { en: 'Your ad is public again: {title}' },
  removed: { en: 'Your ad is restored: {title}' },
  edited: { en: 'The change of your ad was taken back: {title}' },
  suspended: { en: '{title} is no longer suspended' },
  'account-suspended': { en: 'Your account is no longer suspended' },
};

const reversedText: OfEach = {
  rejected: { en: 'We have taken back our decision not to publish “{title}”.' },
  frozen: { en: 'The freeze of “{title}” has ended: it is where it was before.' },
  removed: { en: 'We have taken back our decision to remove “{title}”: it is where it was before.' },
  edited: { en: 'We have taken back our change of “{title}”.' },
  suspended: { en: 'We have taken back the suspension of {title}: what it had published is where it was before.' },
  'account-suspended': {
    en: 'We have taken back the suspension of your account: you can use it as before, and your own ads are where they were.',
  },
};

/** Of a change that was refused: the ad itself is where it was. */
const change = {
  subject: { en: 'Your change was not published: {title}' },
  what: {
    en: 'We have read your change of “{title}” and have not published it. What was approved before stays as it was. Here are the reasons.',
  },
  again: { en: 'Your words are kept as a draft beside it: change what was wrong, and send it again as often as you like.' },
} as const;

/** What mails say of decisions, reports and objections. */
export const DECISION_WORDS = {
  subject,
  what,
  change,
  reversed,
  reversedText,
  endsAt: { en: 'Without another decision this ends by itself on {at}.' },
  again: { en: 'It stands among your drafts again: change what was wrong, and send it again as often as you like.' },
  rule: { en: 'Rule' },
  law: { en: 'Law' },
  explanation: { en: 'Why' },
  found: { en: 'How it was found' },
  noticed: { en: 'Somebody had reported it.' },
  checked: { en: 'An automatic check had pointed at it.' },
  byPerson: { en: 'A person decided; nothing here is decided by a program.' },
  button: { en: 'See the decision, or object to it' },
  object: { en: 'You can object until {until}: it costs nothing, and somebody else decides.' },
  objectAlone: {
    en: 'You can object until {until}: it costs nothing. One person alone decides on this board, so the same person reads it again.',
  },
  outside: {
    en: 'Whatever we decide, you can also turn to a certified body for settling disputes out of court (Art. 21 of the Digital Services Act), or to a court.',
  },
  received: { en: 'We have your report: {title}' },
  receivedText: { en: 'You told us that something is wrong with “{title}”. A person looks at it before everything else that waits.' },
  receivedNext: { en: 'We write to you once it is decided. The page below shows your report, and has it as a file for you.' },
  receivedButton: { en: 'See your report' },
  receivedNotYou: {
    en: 'You did not ask for this? Then somebody gave your address in your place. Answer this mail, and we look into it; otherwise you need not do anything.',
  },
  receivedWhy: { en: 'You get this mail because a report to {board} names this address.' },
  address: { en: 'Address of the ad' },
  noticeDecided: { en: 'What became of your report: {title}' },
  noticeOutcome: {
    restricted: { en: 'Thank you. “{title}” was as you said, and it is no longer public.' },
    kept: { en: 'We have looked at “{title}”, and it stays public. Here is why.' },
    'already-gone': { en: '“{title}” had left the public before we could decide. Nothing more had to be done.' },
    abusive: { en: 'We have looked at “{title}”, and nothing of what was reported is there. It stays public.' },
  },
  slowed: {
    en: 'It was not the first report from this address that was plainly unfounded. We take the next one from {until} on: the law asks for this, so that others are not kept waiting.',
  },
  answer: { en: 'Our answer' },
  noticeButton: { en: 'See it, or object' },
  noticeObject: { en: 'You can object for {period}: it costs nothing, and somebody else decides.' },
  noticeObjectAlone: {
    en: 'You can object for {period}: it costs nothing. One person alone decides on this board, so the same person reads it again.',
  },
  appeal: { en: 'An objection is decided: {title}' },
  appealText: { en: 'You objected to a decision about “{title}”. It was looked at again.' },
  appealOther: { en: 'You had reported “{title}”. Its author objected to our decision, and it was looked at again.' },
  appealReversed: {
    author: { en: 'You were right: the decision is taken back, and what it had taken away is restored.' },
    notifier: { en: 'You were right: the ad is no longer public.' },
    'other-side': { en: 'Its author was right: our decision is taken back, and the ad may be public again.' },
  },
  appealUpheld: {
    author: { en: 'The decision stands.' },
    notifier: { en: 'The ad stays public.' },
    'other-side': { en: 'Our decision stands.' },
  },
  copy: { en: 'A sealed copy of your deleted ad is kept for a time: {title}' },
  copyText: {
    en: '“{title}” is deleted. Because it was reported or decided on, a sealed copy stays, so that an objection can be decided. Nobody opens it for anything else.',
  },
  copyUntil: { en: 'It is deleted on {until}, or later if somebody objects before then.' },
  whyAuthor: { en: 'You get this mail because an ad of yours is or was on {board}.' },
  whyOwner: { en: 'You get this mail because you own an employer on {board}.' },
  whyAccount: { en: 'You get this mail because you have an account on {board}.' },
  whyNotifier: { en: 'You get this mail because you reported an ad to {board}.' },
} as const;
