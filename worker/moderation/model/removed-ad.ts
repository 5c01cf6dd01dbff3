/**
 * What the fingerprint of an imported ad that was removed by a decision is the SHA-256 of. The id of its source is random and stands in our
 * database alone: without it nobody gets from a fingerprint to an ad.
 */
export function removedAdText({ id, key }: { readonly id: string; readonly key: string }): string {
  return JSON.stringify(['removed ad', id, key]);
}
