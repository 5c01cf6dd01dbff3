import { isId } from '#worker/kernel/random.ts';

/** The id at the end of an ad's address, `{slug}-{id}`; null where there is none. */
export function idInAddress(segment: string): string | null {
  const id = segment.slice(segment.lastIndexOf('-') + 1);
  return isId(id) ? id : null;
}
