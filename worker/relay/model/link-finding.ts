import { sayFirst } from '#worker/board/model/say-first.ts';
import type { OutsideAnswer } from '#worker/outside/model/outside-answer.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** What looking at an outside link has shown. `not-tried` says nothing about the link. */
export type LinkFinding = { readonly is: 'well' } | { readonly is: 'not-tried' } | { readonly is: 'trouble'; readonly words: string };

const WORDS = {
  refused: { en: 'This is no address of a public site over https.' },
  unknownName: { en: 'There is no site of this name.' },
  silent: { en: 'The site did not answer.' },
  noPage: { en: 'The site has no such page.' },
  broken: { en: 'The site answered with an error of its own.' },
  withoutHttps: { en: 'The page sends on to an address without https.' },
} as const satisfies Readonly<Record<string, Words>>;

const WELL: LinkFinding = { is: 'well' };

/** A site that lets no program in (401, 403, 429) is there, and so is one whose page is long. */
export function linkFinding(answer: OutsideAnswer): LinkFinding {
  switch (answer.is) {
    case 'not-tried':
      return { is: 'not-tried' };
    case 'too-long':
      return WELL;
    case 'refused':
      return trouble(WORDS.refused);
    case 'unknown-name':
      return trouble(WORDS.unknownName);
    case 'silent':
      return trouble(WORDS.silent);
    case 'answer':
      return ofStatus(answer);
  }
}

function ofStatus({ status, location }: Extract<OutsideAnswer, { is: 'answer' }>): LinkFinding {
  if (status === 404 || status === 410) return trouble(WORDS.noPage);
  if (status >= 500) return trouble(WORDS.broken);
  if (location !== null && /^http:/i.test(location)) return trouble(WORDS.withoutHttps);
  return WELL;
}

function trouble(words: Words): LinkFinding {
  return { is: 'trouble', words: sayFirst(words) };
}
