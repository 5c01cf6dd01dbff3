import type { Board, PolicyVersion } from '#worker/board/model/board.ts';

const DAY = 86_400_000;

/** Pages that do something for a person, and nothing for a search engine: they are not to be followed at all. */
const NOT_FOR_CRAWLERS = ['contacts', 'leave', 'relay', 'show-contact'];

/** robots.txt: everything else may be read. Pages that should not be indexed say so themselves; a Disallow would strand what is already known. */
export function robotsTxt(publicUrl: string): string {
  const closed = NOT_FOR_CRAWLERS.map((part) => `Disallow: /${part}/\n`).join('');
  return `User-agent: *\nAllow: /\n${closed}\nSitemap: ${publicUrl}/sitemap.xml\n`;
}

/** security.txt (RFC 9116). Made when asked for, so that its end lies always half a year ahead. */
export function securityTxt(board: Board, { publicUrl, now }: { readonly publicUrl: string; readonly now: number }): string {
  const expires = new Date((Math.floor(now / DAY) + 180) * DAY).toISOString();
  return [
    `Contact: mailto:${board.contact.security}`,
    `Expires: ${expires}`,
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    `Preferred-Languages: ${board.languages.join(', ')}`,
    '',
  ].join('\n');
}

/** gpc.json: this board obeys Global Privacy Control, as it has said since the day its policy took effect. */
export function gpcJson({ effective }: PolicyVersion): { readonly gpc: true; readonly lastUpdate: string } {
  return { gpc: true, lastUpdate: effective };
}
