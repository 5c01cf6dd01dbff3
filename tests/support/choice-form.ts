/** A plain form about choices, as a browser without JavaScript fills it in and sends it. */
export interface OpenForm {
  readonly status: number;
  readonly html: string;
  /** What stands in hidden fields and chosen radio buttons. */
  readonly fields: Readonly<Record<string, string>>;
}

export async function openForm(address: string, headers: Readonly<Record<string, string>> = {}): Promise<OpenForm> {
  return readForm(await fetch(address, { headers }));
}

export async function readForm(response: Response): Promise<OpenForm> {
  const html = await response.text();
  const form = /<form[^>]*method="post"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  const sent = inputs.filter((tag) => /type="hidden"/.test(tag) || / checked/.test(tag));
  const fields = Object.fromEntries(sent.map((tag) => [attributeOf(tag, 'name'), attributeOf(tag, 'value')]));
  return { status: response.status, html, fields };
}

function attributeOf(tag: string, attribute: string): string {
  return (new RegExp(` ${attribute}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&#38;', '&').replaceAll('&amp;', '&');
}

/** Presses a button of a form that a page of this origin shows. */
export function press(
  address: string,
  { fields, headers = {} }: { readonly fields: Readonly<Record<string, string>>; readonly headers?: Readonly<Record<string, string>> },
): Promise<Response> {
  const own = { Origin: new URL(address).origin, 'Sec-Fetch-Site': 'same-origin' };
  return fetch(address, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields), headers: { ...own, ...headers } });
}

/** What a browser sends along after an answer. */
export function cookiesFrom(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((text) => text.split(';')[0] ?? '')
    .join('; ');
}
