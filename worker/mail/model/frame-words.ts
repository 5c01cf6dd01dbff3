import type { Words } from '#worker/promises/model/words.ts';

/** What stands around every mail. */
export const FRAME_WORDS = {
  hello: { en: 'Hello,' },
  button: { en: 'If the button does not work, copy this address into your browser:' },
  service: { en: 'It is a service mail: it is part of what you use here, and cannot be switched off.' },
  unsubscribe: { en: 'Do not want it any more? One press ends it' },
  reply: { en: 'You can answer this mail: a person reads it.' },
  replySender: { en: 'If you answer this mail, your answer goes to {name}, who then knows your address. We do not see it.' },
  from: { en: '{board} is run by {controller}, {address}.' },
} as const satisfies Readonly<Record<string, Words>>;
