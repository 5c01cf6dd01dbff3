import { derivedKey, hexadecimal, hmac } from '#worker/kernel/hash.ts';

/** Keyed hash of an address for the archive of deletions, under a key of its own that `SECRET` gives: the database alone tells nothing. */
export function archiveSubjects(secret: string): (emailKey: string) => Promise<string> {
  return async (emailKey) => hexadecimal(await hmac(await derivedKey(secret, 'erasure archive'), emailKey));
}
