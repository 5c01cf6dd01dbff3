import { sayFirst } from '#worker/board/model/say-first.ts';
import type { EmployerPage } from '#worker/employers/model/employer-page.ts';
import type { ProofWay } from '#worker/employers/model/proof-ways.ts';
import { dayLabel } from '#worker/moderation/model/field-labels.ts';
import { NO_WORDS, type ReadWords } from '#worker/moderation/model/post-words.ts';
import type { Words } from '#worker/promises/model/words.ts';

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
  readonly proof: { readonly domain: string; readonly way: ProofWay; readonly noticeUntil: number | null };
  readonly employer: { readonly name: string; readonly website: string | null };
}

const WAYS: Readonly<Record<ProofWay, Words>> = {
  mail: { en: 'by a mail to it' },
  dns: { en: 'by a DNS record' },
  file: { en: 'by a file on its web site' },
};

export function claimWords({ proof: { domain, way, noticeUntil }, employer: { name, website } }: ClaimRead): ReadWords {
  return {
    ...NO_WORDS,
    employer: name,
    website: website ?? '',
    domain: `${domain} (${sayFirst(WAYS[way])})`,
    objectUntil: dayLabel(noticeUntil),
  };
}
