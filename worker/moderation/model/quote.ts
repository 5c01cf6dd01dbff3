import { keepContactsPrivate } from '#worker/jobs/model/contacts.ts';

const LONGEST = 120;
const AROUND = 30;

/** What stands at a place of a text and a little around it, on one line; contacts in it are masked. */
export function quote(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const from = wordBefore(text, Math.max(0, start - AROUND));
  const to = Math.min(text.length, Math.max(end, Math.min(from + LONGEST - 2, end + AROUND)));
  const cut = keepContactsPrivate(text.slice(from, to)).text.replaceAll(/\s+/g, ' ').trim();
  const short = Array.from(cut)
    .slice(0, LONGEST - 2)
    .join('');
  return `${from > 0 ? '…' : ''}${short}${to < text.length || short.length < cut.length ? '…' : ''}`;
}

/** A quote begins with a whole word. */
function wordBefore(text: string, at: number): number {
  if (at === 0) return 0;
  const blank = text.slice(at, at + AROUND).search(/\s/);
  return blank === -1 ? at : at + blank + 1;
}
