/** What an operator decides about a board. One value of it, `this-board.ts`, is this board. */
export interface Board {
  readonly name: string;
  /** Interface languages, BCP 47; the first has no path segment. */
  readonly languages: readonly string[];
  /** ISO 3166-1 alpha-2; an ambiguous place name takes the largest place in these. */
  readonly countries: readonly string[];
  /** IANA name: the day on which "posted today" turns. */
  readonly timeZone: string;
  readonly categories: readonly Category[];
  /** For security.txt. */
  readonly contact: { readonly security: string };
  readonly rateLimits: RateLimits;
}

/** One entry of the closed list of categories. `other` is always the last. */
export interface Category {
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
}

/** Requests a minute on search and API: per exact network (/32, /64) and per wider one (/24, /48). */
export interface RateLimits {
  readonly exactPerMinute: number;
  readonly widerPerMinute: number;
  readonly demonstrationPerMinute: number;
}
