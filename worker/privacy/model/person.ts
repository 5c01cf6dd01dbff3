/** An account holder, by everything that rows are found by. */
export interface Person {
  readonly accountId: string;
  /** The address as it is compared. */
  readonly emailKey: string;
  /** The keyed hash of the address that mails carry. */
  readonly recipient: string;
}

/** The key of the mail that alone outlives an erasure. */
export function receiptKey(accountId: string): string {
  return `deletion-receipt/${accountId}`;
}
