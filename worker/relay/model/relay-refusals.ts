import { inEnglish } from '#worker/kernel/in-english.ts';
import type { Words } from '#worker/promises/model/words.ts';
import { LONGEST_MESSAGE, LONGEST_NAME, SHORTEST_MESSAGE } from '#worker/relay/model/relay-limits.ts';

/** Why no contact is shown and no message taken. */
export const RELAY_REFUSALS = {
  'relay.ad-over': { en: 'The ad is no longer public, so your message was not sent. It is deleted.' },
  'relay.shown-enough': {
    en: 'Your network was shown as many contacts as one gets in a day. Come back tomorrow, or write a message by the form.',
  },
  'relay.contact-full': { en: 'Too many messages wait for this contact already. Come back tomorrow.' },
  'relay.name': { en: `Give your name, in ${LONGEST_NAME} characters at most.` },
  'relay.message': { en: `Write a message of at least ${SHORTEST_MESSAGE} characters, and ${inEnglish(LONGEST_MESSAGE)} at most.` },
  'relay.email': { en: 'Type your e-mail address, such as name@example.org: the answer goes there.' },
  'relay.no-contact': { en: 'This ad names no contact, or is no longer public.' },
  'relay.no-messages': { en: 'This ad takes no messages, or is no longer public.' },
  'relay.written-enough': { en: 'Your network has written as many messages as one may in a day. Come back tomorrow.' },
  'relay.own-address': { en: 'The address of your account cannot be written to. Change it first.' },
} as const satisfies Readonly<Record<string, Words>>;
