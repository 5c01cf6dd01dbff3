/**
 * How guessing passwords is slowed down. Every try is counted before the password is looked at, so that a hundred at once are no more than
 * one after the other; a right password takes its count back. Nothing here shuts out the owner: a browser that signed in before has a
 * count of its own that no stranger adds to, a network has tries of its own whatever others did, and a new password by mail and a passkey
 * ask for no count here at all.
 */
export interface GuessLimit {
  /** With this failure the waiting begins: 0 before it. */
  readonly free: number;
  /** The first wait, which doubles with each further failure … */
  readonly firstWaitMs: number;
  /** … so many times at most. */
  readonly doublings: number;
  /** With so many failures in a row this way in is closed until the count is forgotten; null for never. */
  readonly most: number | null;
}

const SECOND = 1000;

export const GUESS_LIMITS = {
  /** One network on one address. Whoever mistypes needs two or three tries; a program gets some ninety a day. */
  pair: { free: 5, firstWaitMs: 30 * SECOND, doublings: 5, most: null },
  /** One network on any address: one password tried on many. An office or a school behind one address mistypes often, so more are free. */
  network: { free: 20, firstWaitMs: 30 * SECOND, doublings: 5, most: null },
  /**
   * All unknown browsers together on one address: one password after the other, from many networks. A hundred in a row (NIST 800-63B) close
   * this way in, but for the first tries of a network that has none behind it: its person may be the owner, and nobody is to shut them out.
   */
  address: { free: 10, firstWaitMs: 5 * SECOND, doublings: 4, most: 100 },
  /** A browser that signed in to this account before. After so many failures it counts as any stranger: it may be a shared or a stolen one. */
  browser: { free: 10, firstWaitMs: 30 * SECOND, doublings: 5, most: 30 },
  /** Whoever is signed in and asked for the password again: an open session that somebody found. */
  prove: { free: 5, firstWaitMs: 30 * SECOND, doublings: 5, most: null },
  /** Codes of an app, and recovery codes: whoever guesses them has the password or the mailbox. Some fifty guesses a day against a million codes. */
  code: { free: 5, firstWaitMs: 60 * SECOND, doublings: 5, most: null },
} as const satisfies Readonly<Record<string, GuessLimit>>;

export type GuessKind = keyof typeof GUESS_LIMITS;

/** So many wrong passwords may come from a network before it waits for what others tried at the same address. */
export const OWN_TRIES = 3;

/** What a count is kept for: a kind, and its address, network or both. */
export interface GuessSubject {
  readonly kind: GuessKind;
  readonly of: string;
  /** It counts, but stops nobody whose count of this other kind is lower than that. */
  readonly spares?: { readonly by: GuessSubject; readonly below: number };
}

export interface SignInTried {
  readonly emailKey: string;
  /** Keyed hash of the network. */
  readonly network: string;
  /** SHA-256 of the browser's cookie where it signed in to this account before and may still be trusted; null for strangers. */
  readonly browserId: string | null;
}

/** What a try to sign in counts against. */
export function subjectsOfSignIn({ emailKey, network, browserId }: SignInTried): readonly GuessSubject[] {
  if (browserId !== null) return [browserSubject(emailKey, browserId)];
  const pair: GuessSubject = { kind: 'pair', of: `${emailKey} ${network}` };
  return [pair, { kind: 'network', of: network }, { kind: 'address', of: emailKey, spares: { by: pair, below: OWN_TRIES } }];
}

export function browserSubject(emailKey: string, browserId: string): GuessSubject {
  return { kind: 'browser', of: `${emailKey} ${browserId}` };
}

/** What a right password clears beside what it counted against: the owner is here. */
export function subjectsClearedBy(emailKey: string, network: string): readonly GuessSubject[] {
  return [
    { kind: 'address', of: emailKey },
    { kind: 'pair', of: `${emailKey} ${network}` },
  ];
}
