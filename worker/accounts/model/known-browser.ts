import type { Visit } from '#worker/accounts/model/visit.ts';
import { BROWSER_KNOWN } from '#worker/promises/model/account-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

/** What is known of a browser when somebody signs in with it. */
export interface BrowserStanding {
  /** How this account last signed in with it; null where it never did. */
  readonly known: { readonly browser: string; readonly country: string } | null;
  /** Whether any account signed in with it: what its cookie holds was given by this board. */
  readonly isOurs: boolean;
  /** Whether the account signed in with another browser before. */
  readonly hasOthers: boolean;
  readonly accountMadeAt: number;
}

/**
 * Whether a sign-in comes from a device that is new to its account. A country that cannot be told is no other country, and the first sign-in
 * of an account is nobody's news: after the time that browsers are remembered for, no browser may mean that all were forgotten.
 */
export function isNewDevice({ known, hasOthers, accountMadeAt }: BrowserStanding, visit: Visit, now: number): boolean {
  if (known !== null) return known.browser !== visit.browser || isElsewhere(known.country, visit.country);
  return hasOthers || now >= after(accountMadeAt, BROWSER_KNOWN);
}

function isElsewhere(before: string, country: string): boolean {
  return before !== country && before !== 'unknown' && country !== 'unknown';
}
