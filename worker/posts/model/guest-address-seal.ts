import { type Seal, sealFor } from '#worker/kernel/seal.ts';

/** Closes a guest's address about the id of the post: for `posts.guest_address`. */
export function guestAddressSeal(secret: string): Seal {
  return sealFor(secret, 'guest address');
}
