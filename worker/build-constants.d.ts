/** True in a bundle that was built without `PUBLIC_URL`: a demonstration board. */
declare const __DEMONSTRATION__: boolean;

/** Names this very build, for the record of what was shown: the first 16 hex digits of its fingerprint. */
declare const __BUILD__: string;

/** `2026-11-22`: the day of the build in the board's time zone. What is in force on it stays in force until the build is stale. */
declare const __BUILT_ON__: string;

/** The tests that carry the id of a clause, found in their sources. */
declare const __PROOFS__: readonly import('#worker/promises/model/proof.ts').Proof[];

declare module 'virtual:policy-archive' {
  /** Every text of this board that was ever published, as it stood: every version and language. */
  const archive: readonly import('#worker/promises/model/policy-document.ts').PolicyDocument[];
  export default archive;
}
