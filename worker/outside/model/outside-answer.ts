/** What came of asking an address that somebody named. */
export type OutsideAnswer =
  | {
      readonly is: 'answer';
      readonly status: number;
      /** As the header says it; empty without one. */
      readonly type: string;
      /** Where it sends on to; null where it does not. Nobody has gone there. */
      readonly location: string | null;
      readonly text: string;
    }
  /** It is no address that the board asks: not https, another port, a name or machine that is not public. */
  | { readonly is: 'refused' }
  /** The name leads nowhere. */
  | { readonly is: 'unknown-name' }
  /** It did not answer in time, or at all. */
  | { readonly is: 'silent' }
  /** It said more than the board reads. */
  | { readonly is: 'too-long' }
  /** The board itself could not look: it has no name server, or that one does not answer. Says nothing about the address. */
  | { readonly is: 'not-tried' };

/** Asks an address that somebody named, once. */
export type FetchPublic = (address: string) => Promise<OutsideAnswer>;
