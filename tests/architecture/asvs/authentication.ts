import { NO_IDENTITY_PROVIDER, type Requirement } from '#tests/architecture/asvs/requirement.ts';

const SIGN_IN = 'api/sign-in.test.ts';
const SIGN_UP = 'api/sign-up.test.ts';
const PASSWORDS = 'api/passwords.test.ts';
const RULES = 'unit/accounts/password-rules.test.ts';
const HASH = 'unit/accounts/password-hash.test.ts';
const COMMON = 'unit/accounts/common-passwords.test.ts';
const APP = 'api/app-factor.test.ts';
const PASSKEYS = 'api/passkeys.test.ts';
const LIVES = 'db/sessions.test.ts';
const PROVE = 'api/prove.test.ts';
const ADDRESS = 'api/address-change.test.ts';
const FORMS = 'api/forms.test.ts';
const NO_PHONE = 'No code is sent by phone, text message or push: an app, recovery codes and passkeys are the factors.';

/** Chapter 6: who somebody is. */
export const AUTHENTICATION: readonly Requirement[] = [
  [
    '6.1.1',
    'how guessing is slowed is documented, without locking people out',
    'README, “How guessing is slowed”; worker/accounts/model/guess-limits.ts holds the numbers and says why.',
  ],
  [
    '6.1.2',
    'the words that passwords may not be made of are documented',
    [[RULES, 'what is mostly the own address, the own name or the name of the board is refused']],
  ],
  ['6.1.3', 'all ways to sign in are documented with their strength', 'README, “Ways in”.'],
  ['6.2.1', 'at least 8 characters, better 15', [[RULES, 'is 15 characters where it stands alone, and 8 beside a second factor']]],
  ['6.2.2', 'people can change their password', [[PASSWORDS, 'changing the password asks for the one that counts']]],
  ['6.2.3', 'a change asks for the current password', [[PASSWORDS, 'changing the password asks for the one that counts']]],
  ['6.2.4', 'the commonest passwords are refused', [[COMMON, 'the 100 000 most common passwords are known']]],
  ['6.2.5', 'no rules about kinds of characters', [[RULES, 'nobody is told which kinds of characters to use']]],
  ['6.2.6', 'password fields are masked, and may be shown', [[FORMS, 'every field for a password hides it']]],
  ['6.2.7', 'paste, browser and password managers are allowed', [[FORMS, 'every field for a password hides it']]],
  [
    '6.2.8',
    'compared exactly as typed',
    [
      [SIGN_IN, 'the password is compared whole'],
      [HASH, 'and matches itself alone, whole and in its own case'],
    ],
  ],
  ['6.2.9', '64 characters and more are allowed', [[RULES, 'is 256 at most']]],
  [
    '6.2.10',
    'a password does not run out',
    'No code asks for a new one after a time; only whoever drops the second factor, or asks, sets another.',
  ],
  [
    '6.2.11',
    'the documented words are refused',
    [[RULES, 'what is mostly the own address, the own name or the name of the board is refused']],
  ],
  [
    '6.2.12',
    'passwords from breaches are refused',
    'In part: the list of common passwords is made from breaches. A look-up at somebody else for each new password is not made: it would tell them that one is chosen.',
  ],
  [
    '6.3.1',
    'guessing is slowed as documented',
    [
      [SIGN_IN, 'after some failures whoever guesses waits'],
      [SIGN_IN, 'thirty guesses at once are no more than those that are free'],
      [SIGN_IN, 'strangers from everywhere get a hundred guesses, and never lock out'],
    ],
  ],
  [
    '6.3.2',
    'no default accounts',
    [
      ['worker/live-build.test.ts', 'a live bundle holds nothing that only a demonstration offers'],
      [PROVE, 'nobody but the demonstration’s own people is signed in by a click'],
    ],
  ],
  [
    '6.3.3',
    'several factors',
    [
      ['unit/http/authorise.test.ts', 'staff who have only a password get no further'],
      [APP, 'a code finishes a sign-in'],
    ],
  ],
  [
    '6.3.4',
    'every way in is as strong as the others',
    [
      [PASSWORDS, 'a reset asks for the second factor where one stands'],
      [PASSKEYS, 'a passkey whose device asked nobody signs in only after the password'],
    ],
  ],
  ['6.3.5', 'people are told of suspicious sign-ins', [[LIVES, 'a mail tells of a sign-in from a new device']]],
  [
    '6.3.6',
    'e-mail is no factor',
    [
      [PASSWORDS, 'a reset asks for the second factor where one stands'],
      [SIGN_UP, 'until it is confirmed a sign-up signs nobody in'],
    ],
  ],
  [
    '6.3.7',
    'people are told when password or address change',
    [
      [PASSWORDS, 'changing the password asks for the one that counts'],
      [ADDRESS, 'tells the old address, which may undo it for seven days'],
    ],
  ],
  [
    '6.3.8',
    'nobody learns who has an account',
    [
      [SIGN_IN, 'a wrong password and an unknown address are answered alike'],
      [SIGN_UP, 'an address that has an account is answered alike'],
      [PASSWORDS, 'an unknown address is answered like a known one'],
    ],
  ],
  [
    '6.4.1',
    'codes that begin an account are random and short-lived',
    [[SIGN_UP, 'tokens that are used, cut short, swapped or made up open nothing']],
  ],
  ['6.4.2', 'no hints, no secret questions', 'There is no column, field or page for either.'],
  ['6.4.3', 'a reset does not get round the second factor', [[PASSWORDS, 'a reset asks for the second factor where one stands']]],
  ['6.4.4', 'a lost factor is replaced with care', [['api/lost-factor.test.ts', 'it is announced every day, then the factors fall']]],
  [
    '6.4.5',
    'reminders before a way in runs out',
    'Nothing runs out: passwords, apps, passkeys and recovery codes stay until their person changes them.',
  ],
  [
    '6.4.6',
    'staff may begin a reset, and never choose a password',
    'No route sets anybody else’s password; `npm run admin` has no command for it.',
  ],
  [
    '6.5.1',
    'codes count once',
    [
      [APP, 'a code finishes a sign-in, one step early too, and none twice'],
      [APP, 'one recovery code in four windows at once signs in one of them'],
      [SIGN_UP, 'tokens that are used'],
    ],
  ],
  [
    '6.5.2',
    'recovery codes are hashed',
    'In another way: a code of 60 bits is stored as an HMAC about its account, under a key that lies outside the database, so that the database alone lets nobody try codes.',
  ],
  ['6.5.3', 'codes and seeds are random', [['unit/accounts/totp.test.ts', 'a secret is new each time, 160 bits']]],
  ['6.5.4', 'codes have 20 bits and more', [['unit/accounts/recovery-codes.test.ts', 'ten codes are made, no two alike']]],
  [
    '6.5.5',
    'codes have an end',
    [
      ['unit/accounts/totp.test.ts', 'a step begins on its first millisecond and ends before the next'],
      [APP, 'a second step that took longer than ten minutes is over'],
    ],
  ],
  [
    '6.5.6',
    'any factor can be taken away',
    [
      [APP, 'the last factor goes with the password alone'],
      [PASSKEYS, 'several passkeys have names, and are renamed and removed'],
    ],
  ],
  ['6.5.7', 'biometrics only beside something else', [[PASSKEYS, 'a passkey signs in without address and password']]],
  ['6.5.8', 'the clock of codes is our own', [['unit/accounts/totp.test.ts', 'a clock may be one step early or late, and no more']]],
  ['6.6.1', 'no codes by phone, or with a warning', NO_PHONE],
  ['6.6.2', 'codes by another channel belong to one request', NO_PHONE],
  ['6.6.3', 'codes cannot be guessed', [[APP, 'guesses are counted before they are looked at']]],
  ['6.6.4', 'nobody is worn down by pushes', NO_PHONE],
  [
    '6.7.1',
    'what verifies signatures is kept safe from change',
    'Public keys of passkeys lie in the database, which only the board writes; a copy of them opens nothing.',
  ],
  ['6.7.2', 'what is to be signed is new and long', [[PASSKEYS, 'a signature counts once, in the browser that was asked for it']]],
  ['6.8.1', 'identities of several providers are kept apart', NO_IDENTITY_PROVIDER],
  ['6.8.2', 'assertions are checked', NO_IDENTITY_PROVIDER],
  ['6.8.3', 'assertions count once', NO_IDENTITY_PROVIDER],
  ['6.8.4', 'strength and age of a foreign sign-in are looked at', NO_IDENTITY_PROVIDER],
];
