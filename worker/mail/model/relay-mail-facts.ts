/** What mails about messages to the contact of an ad are made from. */
export interface RelayMailFacts {
  /** To whoever wrote one: it names neither the ad nor a word of it, for the address may be somebody else's. */
  readonly 'confirm-relay': { readonly token: string; readonly until: number };
  /** To the contact of an ad. */
  readonly 'relay-message': {
    /** The sender, as they call themselves. */
    readonly name: string;
    readonly from: string;
    readonly message: string;
    /** Of the ad, and its page. */
    readonly title: string;
    readonly url: string;
  };
}
