import { CONTACT_KEPT } from '#worker/jobs/model/contacts.ts';

const TAKEN_OUT = new RegExp(`<a [^>]*>.*?</a>|${CONTACT_KEPT.replace(/[[\]]/g, '\\$&')}`, 'gs');

/** The text of an ad, in which each place of a contact leads to the button that shows it; inside a link it stays text. */
export function withContactLinks(html: string, target: string): string {
  return html.replace(TAKEN_OUT, (part) => (part === CONTACT_KEPT ? `<a href="${target}">${part}</a>` : part));
}
