/** What the frame around accounts, and every form, says in English. Part of the one catalogue. */
export const enAccount = {
  'forms.optional': 'optional',
  'forms.problem': 'That did not work yet',
  'forms.unread': 'The form did not arrive whole. Please send it again.',
  'forms.password.show': 'Show',

  'account.nav': 'Your account',
  'account.overview': 'Overview',
  'account.profile': 'Profile',
  'account.security': 'Sign-in and security',
  'account.mail': 'Mail',
  'account.privacy': 'Privacy',
  'account.activity': 'Activity',

  'head.account': 'Account',
  'head.sign-in': 'Sign in',
  'head.sign-out': 'Sign out',
  'head.you': 'Your account:',
} as const;
