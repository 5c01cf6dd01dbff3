import type { EmployerPage } from '#worker/employers/model/employer-page.ts';
import { NO_WORDS, type ReadWords } from '#worker/moderation/model/post-words.ts';

/** An employer's page in the words that a moderator compares. */
export function employerWords({ name, website, about, places, logoId }: EmployerPage): ReadWords {
  return {
    ...NO_WORDS,
    employer: name,
    website: website ?? '',
    description: about ?? '',
    places: places.join('\n'),
    picture: logoId ?? '',
  };
}

/** A domain that somebody proved, as its decision reads it. */
export interface ClaimRead {
  readonly proof: { readonly domain: string; readonly way: string; readonly noticeUntil: number | null };
  readonly employer: { readonly name: string; readonly website: string | null };
}

export function claimWords({ proof: { domain, way, noticeUntil }, employer: { name, website } }: ClaimRead): ReadWords {
  const objectUntil = noticeUntil === null ? '' : new Date(noticeUntil).toISOString().slice(0, 10);
  return { ...NO_WORDS, employer: name, website: website ?? '', domain: `${domain} (${way})`, objectUntil };
}
