import type { ConsentNotice } from '#worker/consent/model/consent-notice.ts';
import { sha256 } from '#worker/kernel/hash.ts';

/** The text that a record proves was shown, exactly as it is hashed and kept. */
export function noticeText(notice: ConsentNotice): string {
  return JSON.stringify(notice);
}

/** SHA-256 of a notice, in hexadecimal: a page tells its own, and the server knows those that it published. */
export function hashNotice(notice: ConsentNotice): Promise<string> {
  return sha256(noticeText(notice));
}
