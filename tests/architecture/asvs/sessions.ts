import { NO_IDENTITY_PROVIDER, type Requirement } from '#tests/architecture/asvs/requirement.ts';

const SIGN_IN = 'api/sign-in.test.ts';
const PASSWORDS = 'api/passwords.test.ts';
const APP = 'api/app-factor.test.ts';
const SESSIONS = 'api/sessions.test.ts';
const LIVES = 'db/sessions.test.ts';
const PROVE = 'api/prove.test.ts';
const ADDRESS = 'api/address-change.test.ts';

/** Chapter 7: who stays signed in. */
export const SESSION_MANAGEMENT: readonly Requirement[] = [
  [
    '7.1.1',
    'how long sessions last is documented',
    'README, “Ways in”; worker/promises/model/account-periods.ts holds the numbers, and the cookie policy prints them.',
  ],
  [
    '7.1.2',
    'how many sessions at once is documented',
    'README, “Ways in”: as many as somebody has browsers, all in view of their person, who can end each.',
  ],
  ['7.1.3', 'federated sessions are documented', NO_IDENTITY_PROVIDER],
  ['7.2.1', 'sessions are checked by the board itself', [[SESSIONS, 'nobody is signed in by no cookie, an invented one']]],
  ['7.2.2', 'session tokens are made for each session', [[LIVES, 'the database holds the hash of a session’s id']]],
  ['7.2.3', 'session tokens are random, 128 bits and more', [[LIVES, 'the database holds the hash of a session’s id']]],
  [
    '7.2.4',
    'a new token at each sign-in, and the old one ends',
    [
      [LIVES, 'signing in again in one browser takes the place'],
      [PROVE, 'the right password makes the proof fresh, under another id'],
    ],
  ],
  ['7.3.1', 'sessions end without use', [[LIVES, 'a seeker’s session ends after 30 days without use']]],
  ['7.3.2', 'sessions end in any case', [[LIVES, 'a seeker’s session ends after 30 days without use, and after 90 in any case']]],
  [
    '7.4.1',
    'signing out ends the session',
    [
      [SESSIONS, 'signing out ends the session'],
      [SESSIONS, 'a hundred requests that race a sign-out never bring its session back'],
    ],
  ],
  [
    '7.4.2',
    'the end of an account ends its sessions',
    [
      [SESSIONS, 'a session of a deleted account opens nothing'],
      [LIVES, 'another role ends a session'],
    ],
  ],
  [
    '7.4.3',
    'other sessions end when a factor changes',
    [
      [PASSWORDS, 'changing the password asks for the one that counts, ends every other session'],
      [APP, 'adding an app ends every other session'],
    ],
  ],
  [
    '7.4.4',
    'the way out stands on every page',
    [['api/who-is-here.test.ts', '%s says who is signed in, by name or by masked address, and offers the way out']],
  ],
  ['7.4.5', 'administrators can end sessions', [['db/admin-command.test.ts', 'anyone’s sessions can be ended']]],
  [
    '7.5.1',
    'proof is asked for anew before the ways in change',
    [
      [ADDRESS, 'wants a proof that is younger than 15 minutes'],
      [APP, 'nobody changes factors without fresh proof'],
    ],
  ],
  [
    '7.5.2',
    'people see and end their sessions',
    [
      [SESSIONS, 'one’s sessions are listed'],
      [SESSIONS, 'one ends a session of one’s own by its handle'],
    ],
  ],
  [
    '7.5.3',
    'proof is asked for anew before anything grave',
    [['api/delete-account.test.ts', 'the password is asked again, after a fresh proof']],
  ],
  ['7.6.1', 'sessions of provider and board end as documented', NO_IDENTITY_PROVIDER],
  ['7.6.2', 'no session begins without the person', [[SIGN_IN, 'a sign-in that another site sends is refused']]],
];
