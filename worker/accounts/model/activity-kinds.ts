import type { Words } from '#worker/promises/model/words.ts';

export interface ActivityKind {
  /** One sentence for its person; `{browser}`, `{country}`, `{address}`, `{name}` or `{left}` are filled in from the line's details. */
  readonly words: Words;
  /** Whether the account was used by it, so that its 36 months begin anew. */
  readonly isUse: boolean;
}

const WHERE = 'with {browser}, {country}';

/** Everything that the activity of an account can say. Mail that arrives is no use: it comes without anybody doing anything. */
export const ACTIVITY_KINDS = {
  'account-made': { words: { en: `You confirmed your address, and the account began, ${WHERE}.` }, isUse: true },
  'signed-in': { words: { en: `You signed in ${WHERE}.` }, isUse: true },
  'signed-out': { words: { en: 'You signed out.' }, isUse: true },
  'signed-out-everywhere': { words: { en: 'You signed out everywhere.' }, isUse: true },
  'signed-out-elsewhere': { words: { en: 'You signed out everywhere else.' }, isUse: true },
  'session-ended': { words: { en: 'You ended a session: {browser}, {country}.' }, isUse: true },
  'sign-in-slowed': { words: { en: 'Somebody tried wrong passwords, and was slowed down.' }, isUse: false },
  'profile-changed': { words: { en: 'You changed your profile.' }, isUse: true },
  'password-changed': { words: { en: `You changed your password ${WHERE}.` }, isUse: true },
  'reset-asked': { words: { en: 'A mail to set a new password was asked for.' }, isUse: false },
  'password-reset': { words: { en: `A new password was set by a link from a mail, ${WHERE}.` }, isUse: true },
  'address-change-asked': { words: { en: 'You asked to change your address to {address}.' }, isUse: true },
  'address-changed': { words: { en: 'Your address was changed to {address}.' }, isUse: true },
  'address-change-undone': { words: { en: 'The change of your address was undone, and everything is as before.' }, isUse: true },
  'app-added': { words: { en: 'You added an app that shows codes.' }, isUse: true },
  'app-removed': { words: { en: 'You removed the app that shows codes.' }, isUse: true },
  'codes-made': { words: { en: 'You made new recovery codes.' }, isUse: true },
  'code-used': { words: { en: 'A recovery code was used; {left} are left.' }, isUse: true },
  'passkey-added': { words: { en: 'You added the passkey “{name}”.' }, isUse: true },
  'passkey-removed': { words: { en: 'You removed the passkey “{name}”.' }, isUse: true },
  'lost-factor-asked': { words: { en: 'It was said that your second factor is lost; the wait began.' }, isUse: false },
  'lost-factor-stopped': { words: { en: 'The wait for a lost second factor was stopped, because you signed in.' }, isUse: true },
  'factors-removed': { words: { en: 'Your second factors were removed, because they were lost.' }, isUse: false },
  'mail-choice-made': { words: { en: 'You changed which mails you want.' }, isUse: true },
  'mail-stopped': { words: { en: 'A kind of mail was switched off, by the link in one of them.' }, isUse: false },
  'mail-complained': {
    words: { en: 'A mail to your address was reported as unwanted. Every mail that you can switch off is off now.' },
    isUse: false,
  },
  'copy-asked': { words: { en: 'You asked for a copy of your data.' }, isUse: true },
  'copy-downloaded': { words: { en: 'You downloaded a copy of your data.' }, isUse: true },
  restricted: { words: { en: 'You froze your account: your data are kept, and nothing else is done with them.' }, isUse: true },
  unrestricted: { words: { en: 'You ended the freeze of your account.' }, isUse: true },
  suspended: { words: { en: 'The board suspended your account; the decision says why.' }, isUse: false },
  'suspension-ended': { words: { en: 'The board ended the suspension of your account.' }, isUse: false },
  objected: { words: { en: 'You objected to a use of your data.' }, isUse: true },
  'objection-withdrawn': { words: { en: 'You withdrew an objection.' }, isUse: true },
  'role-granted': { words: { en: 'The operator gave you the role “{name}”.' }, isUse: false },
  'role-revoked': { words: { en: 'The operator took the role “{name}” back.' }, isUse: false },
  'sessions-ended': { words: { en: 'The operator ended your sessions.' }, isUse: false },
  'inactivity-warned': { words: { en: 'We wrote that the account ends unless it is used.' }, isUse: false },
  'account-kept': { words: { en: 'You said that you want to keep the account.' }, isUse: true },
  'employer-made': { words: { en: 'You made the employer “{name}”.' }, isUse: true },
  'employer-changed': { words: { en: 'You changed the page of the employer “{name}”.' }, isUse: true },
  'employer-joined': { words: { en: 'You began to work for the employer “{name}” here.' }, isUse: true },
  'employer-left': { words: { en: 'You left the employer “{name}”.' }, isUse: true },
  'employer-removed': { words: { en: 'An owner took you out of the employer “{name}”.' }, isUse: false },
  'employer-role': { words: { en: 'Your role at the employer “{name}” was changed by an owner.' }, isUse: false },
  'employer-people': { words: { en: 'You changed who works for the employer “{name}”.' }, isUse: true },
  'domain-asked': { words: { en: 'You began to prove the domain {name}.' }, isUse: true },
  'domain-proven': { words: { en: 'The domain {name} was proven.' }, isUse: false },
} as const satisfies Readonly<Record<string, ActivityKind>>;

export type ActivityKindId = keyof typeof ACTIVITY_KINDS;

/** One line of an account's activity. */
export interface ActivityLine {
  readonly accountId: string;
  readonly at: number;
  readonly kind: ActivityKindId;
  readonly details: Readonly<Record<string, string>>;
}
