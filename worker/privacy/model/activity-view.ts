import { z } from 'zod';
import { sayActivity } from '#worker/accounts/model/say-activity.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';

const activityLine = z.object({
  at: z.iso.datetime(),
  kind: z.string(),
  says: z.string().describe('The same as a sentence, in the language of the account.'),
});

export const activityList = z.object({
  lines: z.array(activityLine).readonly(),
  next: z.string().nullable().describe('The parameter `after` of the lines before these; null where there are none.'),
});

export type ActivityList = z.output<typeof activityList>;

interface StoredLine {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly details: Readonly<Record<string, string>>;
}

/** Lines of which there may be one more than fit: then another page follows. */
export function activityListOf(
  lines: readonly StoredLine[],
  { most, language }: { readonly most: number; readonly language: string },
): ActivityList {
  const shown = lines.slice(0, most);
  const last = shown.at(-1);
  return {
    lines: shown.map(({ at, kind, details }) => ({ at: isoTime(at), kind, says: sayActivity({ kind, details }, language) })),
    next: lines.length > most && last !== undefined ? `${last.at}-${last.id}` : null,
  };
}
