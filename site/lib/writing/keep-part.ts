import { nextTo, PARTS, type WritingPart } from '#site/lib/writing/parts.ts';

/** A text of the greatest length, each letter of it three bytes as a form writes them, and everything else. */
export const LARGEST_DRAFT = 400_000;

/** What a button says that keeps this part and shows another. */
export function toStep(step: WritingPart | 'preview'): string {
  return `to-${step}`;
}

interface Pressed {
  readonly part: WritingPart;
  readonly url: URL;
}

/** Where one goes on below the post once a part is kept, by the button that was pressed. */
export function thenTo(pressed: string, { part, url }: Pressed): string {
  if (pressed === 'place') return `/edit?part=${part}&places=${placesAfter(url)}#places`;
  if (pressed === 'picture') return '/picture';
  if (pressed === toStep('preview')) return '/preview';
  const chosen = PARTS.find((name) => pressed === toStep(name));
  if (chosen !== undefined) return `/edit?part=${chosen}${url.searchParams.has('check') ? '&check' : ''}`;
  if (pressed !== 'next') return `/edit?part=${part}&kept`;
  const next = nextTo(part, 1);
  return next === null ? '/preview' : `/edit?part=${next}`;
}

const ONE_MORE = 3;

function placesAfter(url: URL): number {
  return Math.min(10, Number(url.searchParams.get('places') ?? 1) + ONE_MORE);
}
