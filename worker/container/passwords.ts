import { isCommonPassword } from '#worker/accounts/common-passwords.ts';
import { checkPassword, hashPassword } from '#worker/accounts/password-hash.ts';

/** How passwords are kept and judged. */
export function passwordParts() {
  return { hashPassword, checkPassword, isCommonPassword };
}
