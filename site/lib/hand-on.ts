/** Hands cookies of the API on to the browser, with a page that says what was done. */
export function handOn(headers: Headers, setCookies: readonly string[]): void {
  for (const text of setCookies) headers.append('Set-Cookie', text);
}
