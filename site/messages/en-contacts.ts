/** Contacts behind their act, messages to them, and the way out to other sites. Part of the one catalogue. */
export const enContacts = {
  'contact.kind.mail': 'e-mail',
  'contact.kind.phone': 'phone',
  'contact.kind.messenger': 'messenger',
  'contact.show': 'Show contact',
  'contact.show.what': 'Shows {kinds}. The ad counts that somebody looked, not who.',
  'contact.write': 'Write a message',
  'contact.write.to': 'Write to {employer}',
  'contact.write.what': 'By a form here. No address is shown to you, and yours goes only to them.',
  'contact.for-machines': 'All contacts of this ad',

  'ad.back': 'Back to the ad',

  'shown.title': 'Contact for “{title}”',
  'shown.by': '{employer}',
  'shown.ask': 'Here you see how to reach whoever posted this ad.',
  'shown.mail': 'E-mail',
  'shown.phone': 'Phone',
  'shown.messenger': 'Messenger',
  'shown.from': 'They stood in the ad, and are kept out of its page so that no machine collects them. Say that you saw it on {board}.',
  'shown.left': {
    one: 'Your network can have {count} more contact shown today.',
    other: 'Your network can have {count} more contacts shown today.',
  },
  'shown.none': 'This ad names no contact',
  'shown.none.text': 'Or it was taken down since you opened it.',
  'shown.used': 'No more contacts today',
  'shown.used.text':
    'A network is shown {exact} contacts a day, and all networks around it {wider}, so that no machine copies them all. Yours has used that up. At midnight UTC it begins anew.',
  'shown.used.shared':
    'You did not look at that many? Then somebody else did who shares your network: at school, at work, or with your provider.',
  'shown.used.write': 'You can still write to them: a message by our form needs no address.',

  'trap.title': 'There is nothing for people here',
  'trap.text':
    'A link that only machines see leads here, and it counts against them. If you came by accident, go back: the contact is behind the button on the ad.',

  'leave.title': 'You are leaving {board}',
  'leave.where': 'The ad “{title}” takes applications on another site:',
  'leave.whose':
    'That site belongs to {employer} or to somebody it works with. What you type there goes to them: their rules hold there, not ours.',
  'leave.what': 'It is not told which page you come from, and none of your searches go along.',
  'leave.go': 'Go on to {site}',
  'leave.trouble': 'When we last looked, on {day}, this address did not answer. It may still work.',
  'leave.none': 'This ad links to no other site',

  'relay.title': 'Write to {employer}',
  'relay.about': 'About “{title}”',
  'relay.lede': 'We hand your message on by e-mail. They answer straight to you.',
  'relay.name': 'Your name',
  'relay.email': 'Your e-mail address',
  'relay.email.hint': 'They need it to answer. First we send a link there, so that nobody writes in your name.',
  'relay.from': 'It goes out from {email}, the address of your account.',
  'relay.message': 'Your message',
  'relay.message.hint':
    'Text only, {most} characters at most. Say which job you mean and why you write; leave out what they need not know yet.',
  'relay.submit': 'Send the message',
  'relay.submit.confirm': 'Go on: confirm your address',
  'relay.sent.title': 'Look into your mailbox',
  'relay.sent': 'We have sent you a link. Your message goes out once you open it and press the button there. The link works for {until}.',
  'relay.sent.nothing': 'No mail after some minutes? Look in the folder for spam, or check the address and write again.',
  'relay.done.title': 'Your message is on its way',
  'relay.done': 'It goes to {employer} by e-mail. An answer comes straight to your mailbox, not through us.',
  'relay.done.when':
    'Where their mailbox is full or slow we keep trying, for {keep} at most. Then the message is deleted, handed on or not.',
  'relay.done.direct': 'It goes to them by e-mail. An answer comes straight to your mailbox, not through us.',
  'relay.over': 'This link opens no message any more: it was sent or deleted, or the link is too old.',
  'relay.none': 'This ad takes no messages',
  'relay.none.text': 'It names no mailbox that we could hand a message to, or it was taken down.',
  'relay.confirm.title': 'Send this message?',
  'relay.confirm.lede': 'You wrote it about “{title}”, to {employer}.',
  'relay.confirm.from': 'From',
  'relay.confirm.submit': 'Yes, send it',
  'relay.confirm.withdraw': 'No, delete it',
  'relay.confirm.not-you': 'You did not write it? Then press “No, delete it”: nothing was sent.',
  'relay.withdrawn.title': 'The message is deleted',
  'relay.withdrawn': 'Nothing was sent, and nothing of it is kept.',
} as const;
