import type { OutsideAnswer } from '#worker/outside/model/outside-answer.ts';

/** What looking at an outside link has shown. `not-tried` says nothing about the link. */
export type LinkFinding = { readonly is: 'well' } | { readonly is: 'not-tried' } | { readonly is: 'trouble'; readonly words: string };

const WELL: LinkFinding = { is: 'well' };

/** A site that lets no program in (401, 403, 429) is there, and so is one whose page is long. */
export function linkFinding(answer: OutsideAnswer): LinkFinding {
  switch (answer.is) {
    case 'not-tried':
      return { is: 'not-tried' };
    case 'too-long':
      return WELL;
    case 'refused':
      return trouble('This is no address of a public site over https.');
    case 'unknown-name':
      return trouble('There is no site of this name.');
    case 'silent':
      return trouble('The site did not answer.');
    case 'answer':
      return ofStatus(answer);
  }
}

function ofStatus({ status, location }: Extract<OutsideAnswer, { is: 'answer' }>): LinkFinding {
  if (status === 404 || status === 410) return trouble('The site has no such page.');
  if (status >= 500) return trouble('The site answered with an error of its own.');
  if (location !== null && /^http:/i.test(location)) return trouble('The page sends on to an address without https.');
  return WELL;
}

function trouble(words: string): LinkFinding {
  return { is: 'trouble', words };
}
