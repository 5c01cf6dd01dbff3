/** Of a body that nobody wanted so much is still read: more than any picture that somebody may try to send. */
const MOST = 16_000_000;

/**
 * Reads what is left of a body, such as one that was refused for its size. The platform hangs up on whoever still sends when the answer is there, and
 * whatever passes the request on then finds a broken connection where the answer was.
 */
export async function readRest({ body, bodyUsed, headers }: Request): Promise<void> {
  if (body === null || bodyUsed || body.locked || Number(headers.get('Content-Length') ?? 0) > MOST) return;
  let read = 0;
  try {
    for await (const part of body) {
      read += part.byteLength;
      if (read > MOST) return;
    }
  } catch {
    // Whoever sent it went away: nobody waits for the rest.
  }
}
