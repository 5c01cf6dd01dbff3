import type { MailFacts, MailKind } from '#worker/mail/model/mail-facts.ts';
import type { Letter } from '#worker/mail/model/write-mail.ts';

const AT = Date.UTC(2026, 10, 22, 13, 5);
const UNTIL = Date.UTC(2026, 10, 29, 13, 5);
const WHERE = { at: AT, browser: 'Firefox on Windows', country: 'SE' };
const POST = { postId: 'a-post-of-twenty-lett', title: 'Baker', way: { is: 'guest', token: 'TOKEN_of-this-mail' } } as const;
const LINK = { token: 'TOKEN_of-this-mail', until: UNTIL };

const DECISION = {
  id: 'abcdefghijklmnopqrst',
  title: 'Cook wanted',
  restriction: 'removed',
  rules: ['free-to-apply'],
  law: null,
  explanation: 'The ad asks for 50 EUR before the work begins.',
  noticed: true,
  checked: false,
  endsAt: null,
  objectionUntil: UNTIL,
} as const;

/** Facts of every kind of mail: a kind that is missing here does not compile. */
export const EVERY_MAIL: MailFacts = {
  'confirm-sign-up': LINK,
  'remind-sign-up': LINK,
  'known-sign-up': WHERE,
  'known-address': WHERE,
  'reset-password': { ...WHERE, ...LINK },
  'reset-blocked': { until: UNTIL },
  'password-changed': WHERE,
  'new-device': WHERE,
  'confirm-address': LINK,
  'address-changed': { ...WHERE, ...LINK, to: 'm…@h….example' },
  'address-change-undone': { at: AT, isBack: true },
  'factor-added': { ...WHERE, factor: 'app' },
  'factor-removed': { ...WHERE, factor: 'passkey' },
  'recovery-code-used': { ...WHERE, left: 9 },
  'lost-factor': { ...WHERE, ...LINK },
  'lost-factor-waiting': { liftsAt: UNTIL },
  'lost-factor-lifted': { at: AT },
  'role-granted': { role: 'moderator' },
  'inactivity-warning': { closesAt: UNTIL },
  'export-ready': { until: UNTIL },
  'restriction-changed': { at: AT, restricted: true },
  objection: { account: 'an-account', purpose: 'security', reason: 'Because I say so.', dueAt: UNTIL },
  'deletion-receipt': {
    at: AT,
    why: 'wish',
    stores: [
      { store: 'Database', removed: '34 rows', at: AT, stays: null },
      { store: 'Backups', removed: 'nothing yet', at: UNTIL, stays: 'the last backup' },
    ],
  },
  'confirm-post': LINK,
  'manage-post': { ...LINK, title: 'Baker' },
  'lost-posts': { posts: [{ title: 'Baker', token: LINK.token }] },
  'post-approved': { ...POST, publicFrom: null, isEdit: false },
  'post-question': { ...POST, question: 'Why do you ask what people earned before?' },
  'post-unanswered': POST,
  'post-expiring': { ...POST, endsAt: UNTIL },
  'post-expired': { ...POST, purgedAt: UNTIL },
  'post-link-dead': { ...POST, url: 'https://firm.example/apply' },
  decision: DECISION,
  'decision-guest': { ...DECISION, ...LINK, restriction: 'frozen', rules: [], law: 'Directive 2000/78/EC', endsAt: UNTIL },
  'decision-reversed': { title: 'Cook wanted', restriction: 'frozen', why: 'Nothing was found against it.' },
  'notice-received': { title: 'Cook wanted', url: 'https://board.example/jobs/cook-wanted-abcdefghijklmnopqrst', ...LINK },
  'notice-decided': { title: 'Cook wanted', outcome: 'abusive', answer: 'The ad says nothing of the kind.', slowedUntil: UNTIL, ...LINK },
  'appeal-decided': { title: 'Cook wanted', by: 'author', outcome: 'reversed', answer: 'The fee is for the uniform, and paid back.' },
  'case-file-kept': { title: 'Cook wanted', until: UNTIL },
  'join-employer': { ...LINK, role: 'recruiter' },
  'prove-domain': { ...LINK, domain: 'example.com', worksAt: false, again: false },
  'member-changed': { employer: 'Bakery & Sons', change: 'owner' },
  'mark-lost': { employer: 'Bakery & Sons', domain: 'example.com' },
  'claim-notice': { employer: 'Bakery & Sons', domain: 'example.com', until: UNTIL },
  'claim-decided': { employer: 'Bakery & Sons', accepted: true },
  'employer-decided': { employer: 'Bakery & Sons', approved: false, reason: 'The name is that of another firm.' },
  'confirm-relay': LINK,
  'relay-message': {
    name: 'Ada Lind',
    from: 'ada@mail.example',
    message: 'Is the job still open?',
    title: 'Nurse',
    url: 'https://board.example/jobs/nurse-abcdefghijklmnopqrst',
  },
  news: { switch: 'newsletter', subject: 'November', markdown: '## News\n\n[More](https://example.org/more)', token: LINK.token },
};

export const MAIL_KINDS = Object.keys(EVERY_MAIL) as readonly MailKind[];

/** Safe because kind and facts come from one entry of the table. */
export function letterOf(kind: MailKind, changed: Readonly<Record<string, unknown>> = {}): Letter {
  return { kind, facts: { ...EVERY_MAIL[kind], ...changed } } as Letter;
}
