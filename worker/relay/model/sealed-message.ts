/** What is sealed in a row of `relay_messages`. */
export interface SealedMessage {
  /** Of the contact. */
  readonly to: string;
  /** Of the sender. */
  readonly name: string;
  readonly from: string;
  readonly message: string;
  /** The ad, as it was called, and whoever posted it. */
  readonly title: string;
  readonly employer: string;
  /** The ad's page, without the origin. */
  readonly path: string;
  readonly language: string;
}

/** Safe because nothing but `writeMessage` seals under this key, about this id. */
export function messageIn(text: string): SealedMessage {
  return JSON.parse(text) as SealedMessage;
}
