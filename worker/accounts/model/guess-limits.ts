/**
 * How guessing passwords is slowed down. Every try is counted before the password is looked at, so that a hundred at once are no more than
 * one after the other; a right password takes its count back. Nothing here shuts out the owner: a browser that signed in before has a
 * count of its own that no stranger adds to, and a new password by mail and a passkey ask for no count here at all.
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
   * All unknown browsers together on one address: one password after the other, from many networks. The waits stay near a minute, so that the
   * owner in a new browser gets a turn; a hundred in a row (NIST 800-63B) close this way in.
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

/** What a count is kept for: a kind, and its address, network or both. */
export interface GuessSubject {
  readonly kind: GuessKind;
  readonly of: string;
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
  return [
    { kind: 'pair', of: `${emailKey} ${network}` },
    { kind: 'network', of: network },
    { kind: 'address', of: emailKey },
  ];
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
