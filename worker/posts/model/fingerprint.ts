import { derivedKey, hexadecimal, hmac } from '#worker/kernel/hash.ts';
import { fold } from '#worker/kernel/text.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';

/** Whose post it is, and what it says. */
export interface Fingerprinted {
  readonly employerSeq: number | null;
  readonly content: Pick<PostContent, 'title' | 'description' | 'offeredBy'>;
}

/** A keyed hash of employer and text, under a key that HKDF derives from `SECRET`: alike for what a reader takes for the same post. */
export function fingerprinting(secret: string): (post: Fingerprinted) => Promise<string> {
  return async ({ employerSeq, content: { title, description, offeredBy } }) => {
    const whose = employerSeq === null ? `name ${fold(offeredBy?.name ?? '')}` : `employer ${employerSeq}`;
    const key = await derivedKey(secret, 'post fingerprint');
    return hexadecimal(await hmac(key, JSON.stringify([whose, fold(title), fold(description)])));
  };
}
