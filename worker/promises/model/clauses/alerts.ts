import type { Clause } from '#worker/promises/model/clause.ts';

export const ALERTS: readonly Clause[] = [
  {
    id: 'alert-confirmed-twice',
    origins: ['NET-01'],
    topic: 'alerts',
    state: 'planned',
    words: { en: 'A job alert needs no account, and sends nothing before you confirm it from your mailbox.' },
    enforcedBy: [],
  },
  {
    id: 'each-mail-own-switch',
    origins: ['NET-17', 'NET-26'],
    topic: 'alerts',
    state: 'kept',
    words: { en: 'Newsletter, product news, surveys and messages of employers each have a switch of their own, off until you want them.' },
    note: { en: 'Nothing is on that you did not switch on, and each mail can be switched off from itself.' },
    enforcedBy: ['worker/accounts/choose-mails.ts'],
  },
  {
    id: 'no-open-tracking',
    origins: ['NET-13'],
    topic: 'alerts',
    state: 'kept',
    words: { en: 'Our mails carry nothing that tells whether you opened them: no picture, and no link that goes round by somebody else.' },
    enforcedBy: ['worker/mail/model/to-mail-html.ts'],
  },
];
