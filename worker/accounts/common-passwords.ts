import { Buffer } from 'node:buffer';
import { isInFilter } from '#worker/accounts/bloom-filter.ts';
import { COMMON_PASSWORDS } from '#worker/accounts/data/common-passwords.ts';
import { commonForms } from '#worker/accounts/model/password-rules.ts';

/**
 * Whether a password is one of the 100 000 that are tried first, whatever the case of its letters, and whatever digits and signs stand
 * behind it. About one in a million others is taken for one of them.
 */
export function isCommonPassword(password: string): boolean {
  const bytes = Buffer.from(COMMON_PASSWORDS.base64, 'base64');
  return commonForms(password).some((form) => isInFilter(form, { ...COMMON_PASSWORDS, bytes }));
}
