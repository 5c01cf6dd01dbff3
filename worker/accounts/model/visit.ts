/** What a use case about accounts may know of the request: no address, no user agent. */
export interface Visit {
  /** `Firefox on Windows`: kind of browser and system, without versions. */
  readonly browser: string;
  /** ISO 3166-1 alpha-2, or `unknown`. */
  readonly country: string;
  /** Keyed hash of the exact network, under the key of the day: counts attempts and mails. */
  readonly network: string;
  /** What the cookie of a browser that signed in before holds; null without one. */
  readonly knownBrowser: string | null;
  /** The session that the same browser is in, as the database has it: it ends when another begins there. Null without one. */
  readonly sessionId: string | null;
}
