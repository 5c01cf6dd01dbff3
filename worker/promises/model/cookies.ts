import { BROWSER_KNOWN, CHALLENGE_LASTS, OPENED_LINK_LASTS, SESSION_LASTS } from '#worker/promises/model/account-periods.ts';
import { NO_LASTS, SECRET_LASTS } from '#worker/promises/model/consent-periods.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import type { DeviceEntry, OptionalCategory, Service } from '#worker/promises/model/services.ts';

/** Something that the board, or a service, keeps in a browser. `essential` needs no consent: it does what the person asked for. */
export type DeclaredEntry = DeviceEntry & { readonly category: 'essential' | OptionalCategory };

/** Set when somebody chooses, signs in, opens a link from a mail or begins an ad, never before. */
const essential = (board: string): readonly DeclaredEntry[] => [...ofChoices(board), ...ofDoors(board)];

const ofChoices = (board: string): readonly DeclaredEntry[] => [
  {
    name: 'consent',
    kind: 'cookie',
    purpose: { en: 'Holds your cookie choice and its dates, so that it is obeyed and you are not asked again. Nothing in it names you.' },
    lasts: NO_LASTS,
    setBy: board,
    category: 'essential',
  },
  {
    name: 'consent-secret',
    kind: 'cookie',
    purpose: {
      en: 'A random number that lets you, and nobody else, see the record of your choices. Only after a yes. Pages and scripts cannot read it.',
    },
    lasts: SECRET_LASTS,
    setBy: board,
    category: 'essential',
  },
];

const ofDoors = (board: string): readonly DeclaredEntry[] => [
  {
    name: 'session',
    kind: 'cookie',
    purpose: {
      en: 'Only when you sign in: a random number by which the board knows that it is you. Without use it ends after {session.seeker}; for employers and staff after {session.others}, and after {session.others-longest} at the latest. Pages and scripts cannot read it.',
    },
    lasts: SESSION_LASTS.seeker.atMost,
    setBy: board,
    category: 'essential',
  },
  {
    name: 'sign-in',
    kind: 'cookie',
    purpose: { en: 'Only while you sign in or add a passkey: ties the second step to the browser that took the first.' },
    lasts: CHALLENGE_LASTS,
    setBy: board,
    category: 'essential',
  },
  {
    name: 'link',
    kind: 'cookie',
    purpose: {
      en: 'Only when you press the button behind a link from a mail: holds what the link opened, so that it need not stay in an address.',
    },
    lasts: OPENED_LINK_LASTS,
    setBy: board,
    category: 'essential',
  },
  {
    name: 'known-browser',
    kind: 'cookie',
    purpose: {
      en: 'Only when you have signed in: a random number by which this browser is known again, so that you get no mail about a new device, and strangers who guess your password do not slow you down.',
    },
    lasts: BROWSER_KNOWN,
    setBy: board,
    category: 'essential',
  },
  {
    name: 'draft',
    kind: 'cookie',
    purpose: {
      en: 'Only when you begin an ad without an account: a random number by which this browser finds it again until you confirm your address. Signing out takes it away.',
    },
    lasts: ruleOf(RETENTION, 'guest-drafts').keep,
    setBy: board,
    category: 'essential',
  },
];

/** Everything that this board, with the services it has switched on, may keep in a browser. */
export function declaredEntries(board: string, services: readonly Service[]): readonly DeclaredEntry[] {
  return [...essential(board), ...services.flatMap(({ sets, category }) => sets.map((entry) => ({ ...entry, category })))];
}
