import type { EmployerPage } from '#worker/employers/model/employer-page.ts';
import type { FlagRaised } from '#worker/moderation/model/flags.ts';
import { flagsOfTexts } from '#worker/moderation/model/raise-flags.ts';

/** What a reader could take an employer for. */
interface TakenFor {
  readonly field: 'name' | 'website';
  readonly like: string;
}

const LONGEST_QUOTE = 120;

/** What checks find in an employer's own page. A flag decides nothing. */
export function flagsOfPage({ name, about }: EmployerPage, alike: TakenFor | null): readonly FlagRaised[] {
  const looks =
    alike === null ? [] : [{ flag: 'look-alike-domain', field: alike.field, quote: alike.like.slice(0, LONGEST_QUOTE) } as const];
  return [...looks, ...flagsOfTexts({ name, about: about ?? '' })];
}
