import type { ConsentSettings } from '#site/lib/consent-settings.ts';

/** What the parts of the consent island share on one page. */
export interface ConsentPage {
  readonly settings: ConsentSettings;
  /** Ids of the services that were started here. */
  readonly running: Set<string>;
  /** Does what the cookie says now; `sent` is the record of the choice on its way. */
  obey(sent?: Promise<void>): void;
}
