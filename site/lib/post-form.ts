/** No form of ours but that of an ad comes near: a password of 256 letters takes some 3000 characters on the way. */
const LARGEST = 16_384;

/** What a page's form was sent; null for whatever is no form of at most so many characters. Never throws. */
export async function readPost(request: Request, largest: number = LARGEST): Promise<URLSearchParams | null> {
  if (request.method !== 'POST' || request.body === null) return null;
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('Content-Type') ?? '')) return null;
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of request.body) {
    text += decoder.decode(part, { stream: true });
    if (text.length > largest) return null;
  }
  return new URLSearchParams(text);
}
