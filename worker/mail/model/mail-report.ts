import { z } from 'zod';
import { minutes } from '#worker/promises/model/duration.ts';

/** Clocks may differ by this much; what is older was sent again by somebody who listened. */
export const REPORT_SKEW = minutes(5);

/** What the mail provider, or a small program beside it, tells us: that mail to an address came back for good, or was reported as unwanted. */
export const mailReport = z.object({
  id: z.string().min(1).max(200),
  type: z.enum(['bounce', 'complaint']),
  email: z.string().max(254),
});

/** A report as it came. */
export interface SignedReport {
  /** Seconds since 1970, in digits. */
  readonly timestamp: string;
  /** HMAC-SHA-256 of `timestamp.body`, in hexadecimal. */
  readonly signature: string;
  readonly body: string;
}

/** Whether whoever knows the secret has sent this, just now. */
export async function isSigned(
  { timestamp, signature, body }: SignedReport,
  { secret, now }: { secret: string; now: number },
): Promise<boolean> {
  if (!/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{64}$/.test(signature)) return false;
  if (Math.abs(Number(timestamp) * 1000 - now) > REPORT_SKEW.amount * 60_000) return false;
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const given = Uint8Array.from(signature.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.verify('HMAC', key, given, encoder.encode(`${timestamp}.${body}`));
}
