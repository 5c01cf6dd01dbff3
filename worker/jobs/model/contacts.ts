import { CONTACT_PATTERNS } from '#worker/jobs/model/contact-patterns.ts';
import { AT_NAMES, FIGURE_NAMES } from '#worker/jobs/model/contact-words.ts';
import { seenInMarkdown } from '#worker/jobs/model/seen-in-markdown.ts';
import { type SeenText, seenInText } from '#worker/jobs/model/seen-text.ts';

export const CONTACT_KINDS = ['mail', 'phone', 'messenger'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** A way to reach a person, found in a text. `start` and `end` are UTF-16 offsets, half open. */
export interface FoundContact {
  readonly kind: ContactKind;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What stands in a public text where a contact was. */
export const CONTACT_KEPT = '[show contact]';

/** Spares most texts the patterns: none of them matches without one of these. */
const ANY = new RegExp(
  `[\\d@:[({<]|&commat;|[|"'«~/–-]at|_at_|\\sat\\s|\\.(?:me|com|dog|link|gg|group)/|\\bid\\b|(?:${AT_NAMES}|${FIGURE_NAMES})[\\s,./–-]`,
  'i',
);

/** Every mail address, phone and messenger number in a text, also disguised, in order and without overlaps. Links to web pages are no contacts. */
export function findContacts(written: string): readonly FoundContact[] {
  return findSeen([seenInText(written)]);
}

/** What any of the readings of a text shows. */
function findSeen(readings: readonly SeenText[]): readonly FoundContact[] {
  const [first = [], ...others] = readings.map(findInReading);
  return others.length === 0 ? first : withoutRepeats([...first, ...others.flat()]);
}

function findInReading({ text, places }: SeenText): readonly FoundContact[] {
  const found = findPlain(text);
  if (found.length === 0 || places === null) return found;
  const { starts, ends } = places();
  return found.map(({ kind, value, start, end }) => ({ kind, value, start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }));
}

function findPlain(text: string): readonly FoundContact[] {
  if (!ANY.test(text)) return [];
  const links = webLinks(text);
  const found = CONTACT_PATTERNS.filter(({ needs }) => needs.test(text)).flatMap(({ kind, pattern, when }) =>
    matches(text, pattern)
      .filter((hit) => !when || when(hit.value))
      .map((hit) => ({ kind, ...hit })),
  );
  const allowed = found.filter((hit) => hit.kind !== 'phone' || !links.some(([start, end]) => hit.start < end && hit.end > start));
  return withoutOverlaps(allowed);
}

export interface KeptPrivate {
  readonly text: string;
  readonly contacts: readonly FoundContact[];
}

/** The text with each contact replaced by `[show contact]`, and what was taken out. */
export function keepContactsPrivate(text: string): KeptPrivate {
  const contacts = findContacts(text);
  return { text: withoutContacts(text, contacts), contacts };
}

/** The same for Markdown: neither marks that a reader does not see (`jane**@**firma.com`) nor characters written by name (`070&nbsp;12`) hide a contact. */
export function keepContactsPrivateInMarkdown(markdown: string): KeptPrivate {
  const contacts = findSeen(seenInMarkdown(markdown)).map((contact) => ({ ...contact, ...withWholeLinks(markdown, contact) }));
  return { text: contacts.length === 0 ? markdown : withoutContacts(markdown, contacts), contacts };
}

/** A contact that begins or ends within a link takes the whole link along: half of one would be read as marks. */
function withWholeLinks(markdown: string, { start, end }: Pick<FoundContact, 'start' | 'end'>) {
  const inside = markdown.slice(start, end);
  const from = /^[^[]*\]\s?[([]/.test(inside) ? markdown.lastIndexOf('[', start) : start;
  const rest = /\[[^\]]*$/.test(inside)
    ? (/^[^\]\n]{0,200}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])?/.exec(markdown.slice(end))?.[0] ?? '')
    : '';
  return { start: Math.max(0, from), end: end + rest.length };
}

/** A mark that began or ended inside a contact stays, or its other half would show. */
function withoutContacts(text: string, contacts: readonly FoundContact[]): string {
  let rest = 0;
  const parts: string[] = [];
  for (const { start, end } of contacts) {
    const marks = text.slice(start, end).match(/(?<![\\*])\*+/g) ?? [];
    parts.push(text.slice(rest, start), CONTACT_KEPT, marks.length % 2 === 1 ? (marks.at(-1) ?? '') : '');
    rest = end;
  }
  return parts.join('') + text.slice(rest);
}

interface Hit {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function matches(text: string, pattern: RegExp): readonly Hit[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const contact = (match[1] ?? match[0]).trimEnd();
    const start = match.index + match[0].lastIndexOf(contact);
    return { value: contact, start, end: start + contact.length };
  });
}

function webLinks(text: string): readonly (readonly [number, number])[] {
  return Array.from(text.matchAll(/https?:\/\/[^\s)\]"<>]+/giu), (match) => [match.index, match.index + match[0].length] as const);
}

/** What several readings show, each place once, by the reading that shows most of it. */
function withoutRepeats(found: readonly FoundContact[]): readonly FoundContact[] {
  const kept: FoundContact[] = [];
  for (const hit of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || hit.start >= last.end) kept.push(hit);
    else if (hit.end > last.end) kept[kept.length - 1] = { ...hit, start: last.start };
  }
  return kept;
}

/** The longest of what overlaps, the earlier pattern where two are alike. */
function withoutOverlaps(found: readonly FoundContact[]): readonly FoundContact[] {
  const kept: FoundContact[] = [];
  for (const hit of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || hit.start >= last.end) kept.push(hit);
    else if (hit.end > last.end)
      kept[kept.length - 1] = { ...last, value: last.value + hit.value.slice(last.end - hit.start), end: hit.end };
  }
  return kept;
}
