import type { Message, Messages } from '#worker/mail/model/message.ts';
import { SHARED } from '#worker/mail/model/messages/shared-words.ts';
import { CHECKED_EVERY, FAILURES_END_IT } from '#worker/promises/model/employer-periods.ts';
import type { Words } from '#worker/promises/model/words.ts';

const WORDS = {
  join: { en: 'You are invited to write ads for an employer at {board}' },
  joinOwner: {
    en: 'Somebody invites you to be an owner of an employer’s page at {board}: to write its ads, and to decide about its page and its people.',
  },
  joinRecruiter: { en: 'Somebody invites you to write and look after the ads of an employer at {board}.' },
  joinWhich: { en: 'Which employer it is stands on the page behind the button. You need an account for employers; it costs nothing.' },
  joinButton: { en: 'See who asks' },
  joinWhy: { en: 'You get this mail because somebody at {board} typed your address.' },
  joinNot: { en: 'You do not want that, or did not ask for this? Then do nothing: the invitation ends by itself.' },
  prove: { en: 'Does {domain} belong to an employer at {board}?' },
  proveText: {
    en: 'Somebody says that the domain {domain} belongs to their employer at {board}. If you confirm it, everybody reads “verified: {domain}” beside that employer’s name.',
  },
  proveAgain: {
    en: 'The employer with the domain {domain} at {board} is looked at again, as it is every {every}. If nobody confirms it, the mark “verified” goes.',
  },
  worksAtText: { en: 'Somebody, we hope you, says that this address at {domain} is theirs, so that {board} can say “works at {domain}”.' },
  proveButton: { en: 'See what is asked, then decide' },
  proveWhy: { en: 'You get this mail because {domain} is your domain or your address there.' },
  proveNot: { en: 'You know nothing of it, and did not ask for this? Then do nothing: without a press on the page nothing is confirmed.' },
  removed: { en: 'You no longer write ads for {employer} at {board}' },
  removedText: { en: 'An owner of “{employer}” took you out. You no longer see its ads among yours. Your account stays as it is.' },
  role: { en: 'Your role at {employer} has changed' },
  owner: { en: 'An owner of “{employer}” made you an owner, too: you decide about its page and its people.' },
  recruiter: { en: 'You are a recruiter of “{employer}” now: you write its ads; owners decide about its page and its people.' },
  desk: { en: 'Go to your desk' },
  lost: { en: 'The mark “verified: {domain}” is gone' },
  lostText: {
    en: 'We looked for the proof of {domain} again, and {failures} times in a row it was missing. So the mark beside “{employer}” is gone. Nothing else has changed: your ads stay.',
  },
  lostButton: { en: 'Prove the domain again' },
  claim: { en: 'Somebody else says that {employer} is theirs' },
  claimText: {
    en: 'Somebody has proven the domain {domain} and asks to become an owner of “{employer}” at {board}, whose ads you look after. A moderator decides, not before {until}.',
  },
  claimAnswer: { en: 'If that is not right, answer this mail before then and say why.' },
  accepted: { en: '{employer} is yours now' },
  acceptedText: { en: 'You are an owner of “{employer}” at {board}: write its ads, and invite the people who work with you.' },
  refused: { en: '{employer} stays as it was' },
  refusedText: {
    en: 'A moderator looked at your wish to own “{employer}” at {board} and did not agree. Answer this mail if you think that is wrong.',
  },
  changed: { en: 'The page of {employer} is public as you wrote it' },
  changedText: { en: 'A moderator looked at what you changed on the page of “{employer}”. Everybody sees it now.' },
  kept: { en: 'The page of {employer} stays as it was' },
  keptText: { en: 'A moderator looked at what you changed on the page of “{employer}” and did not let it go public.' },
  keptWhy: { en: 'The reason: {reason}' },
  keptAnswer: { en: 'You can change it and send it again, or answer this mail if you think that is wrong.' },
} as const satisfies Readonly<Record<string, Words>>;

/** Employers, those who work for them, and their domains. */
export const EMPLOYER_MESSAGES: Messages<
  'join-employer' | 'prove-domain' | 'member-changed' | 'mark-lost' | 'claim-notice' | 'claim-decided' | 'employer-decided'
> = {
  'join-employer': ({ token, until, role }, { say, moment, opens }) => ({
    subject: say(WORDS.join),
    paragraphs: [say(role === 'owner' ? WORDS.joinOwner : WORDS.joinRecruiter), say(WORDS.joinWhich)],
    button: { label: say(WORDS.joinButton), url: opens('join-employer', token) },
    after: [say(SHARED.until, { until: moment(until) })],
    notYou: say(WORDS.joinNot),
    why: say(WORDS.joinWhy),
  }),
  'prove-domain': ({ token, until, domain, worksAt, again }, { say, moment, opens, period }) => ({
    subject: say(WORDS.prove, { domain }),
    paragraphs: [say(worksAt ? WORDS.worksAtText : again ? WORDS.proveAgain : WORDS.proveText, { domain, every: period(CHECKED_EVERY) })],
    button: { label: say(WORDS.proveButton), url: opens('prove-domain', token) },
    after: [say(SHARED.until, { until: moment(until) })],
    notYou: say(WORDS.proveNot),
    why: say(WORDS.proveWhy, { domain }),
  }),
  'member-changed': ({ employer, change }, { say, page }) => ({
    subject: say(change === 'removed' ? WORDS.removed : WORDS.role, { employer }),
    paragraphs: [say({ removed: WORDS.removedText, owner: WORDS.owner, recruiter: WORDS.recruiter }[change], { employer })],
    button: { label: say(WORDS.desk), url: page('/hire') },
    why: say(SHARED.account),
  }),
  'mark-lost': ({ employer, domain }, { say, page }) => ({
    subject: say(WORDS.lost, { domain }),
    paragraphs: [say(WORDS.lostText, { employer, domain, failures: FAILURES_END_IT })],
    button: { label: say(WORDS.lostButton), url: page('/hire/employers') },
    why: say(SHARED.account),
  }),
  'claim-notice': ({ employer, domain, until }, { say, moment }) => ({
    subject: say(WORDS.claim, { employer }),
    paragraphs: [say(WORDS.claimText, { employer, domain, until: moment(until) }), say(WORDS.claimAnswer)],
    why: say(SHARED.account),
  }),
  'claim-decided': ({ employer, accepted }, { say, page }) => ({
    subject: say(accepted ? WORDS.accepted : WORDS.refused, { employer }),
    paragraphs: [say(accepted ? WORDS.acceptedText : WORDS.refusedText, { employer })],
    ...(accepted ? { button: { label: say(WORDS.desk), url: page('/hire/employers') } } : {}),
    why: say(SHARED.account),
  }),
  'employer-decided': ({ employer, approved, reason }, voice): Message => ({
    subject: voice.say(approved ? WORDS.changed : WORDS.kept, { employer }),
    paragraphs: approved
      ? [voice.say(WORDS.changedText, { employer })]
      : [
          voice.say(WORDS.keptText, { employer }),
          ...(reason === null ? [] : [voice.say(WORDS.keptWhy, { reason })]),
          voice.say(WORDS.keptAnswer),
        ],
    button: { label: voice.say(WORDS.desk), url: voice.page('/hire/employers') },
    why: voice.say(SHARED.account),
  }),
};
