/** The page that a mail's link to unsubscribe opens. */
export const enUnsubscribe = {
  'unsubscribe.title': 'End these mails',
  'unsubscribe.lede': 'One press, and no more mails of this kind come. Everything else stays as it is.',
  'unsubscribe.button': 'End these mails',
  'unsubscribe.done': 'Done',
  'unsubscribe.done.newsletter': 'The newsletter is switched off.',
  'unsubscribe.done.product-mail': 'Product news of {board} is switched off.',
  'unsubscribe.done.surveys': 'Surveys are switched off.',
  'unsubscribe.done.text': 'What is on its way already may still arrive. In your account you see and change every kind of mail.',
  'unsubscribe.account': 'Mails in your account',
  'unsubscribe.none': 'The link is not whole',
  'unsubscribe.none.text': 'Open it again from the mail, or copy all of it. In your account you can switch off every kind of mail, too.',
} as const;
