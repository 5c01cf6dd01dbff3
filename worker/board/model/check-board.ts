import { z } from 'zod';
import type { Board } from '#worker/board/model/board.ts';
import { policyVersions } from '#worker/board/model/check-dates.ts';
import { moderation } from '#worker/board/model/check-moderation.ts';
import { offer } from '#worker/board/model/check-offer.ts';
import { processors, services } from '#worker/board/model/check-recipients.ts';
import { dnsResolver, resolverIsDeclared } from '#worker/board/model/check-resolver.ts';
import { responsible, standInInTheUnion } from '#worker/board/model/check-responsible.ts';
import { fields } from '#worker/board/model/expect.ts';
import { INTERFACE_LANGUAGES } from '#worker/board/model/interface-languages.ts';

/**
 * What is wrong with a board file, each problem as a sentence that names the field, why it is needed and what to put there; empty where
 * everything is right. `today` is a day such as `2026-11-22`.
 */
export function checkBoard(board: unknown, today: string): readonly string[] {
  const result = shapeOf(languagesIn(board), today).safeParse(board);
  return result.success ? [] : result.error.issues.flatMap(sentences);
}

/** What is wrong with a board that everybody reaches: beside the rest, mail must arrive. */
export function checkLiveBoard(board: Board, today: string): readonly string[] {
  const problems = checkBoard(board, today);
  if (problems.length > 0) return problems;
  const { controller, dataProtection, contact, contactPoints } = board;
  const mails = {
    'controller.mail': controller.mail,
    'dataProtection.mail': dataProtection.mail,
    'contact.general': contact.general,
    'contact.security': contact.security,
    'contactPoints.authorities.mail': contactPoints.authorities.mail,
    'contactPoints.people.mail': contactPoints.people.mail,
  };
  return Object.entries(mails)
    .filter(([, mail]) => EXAMPLE.test(mail))
    .map(
      ([field, mail]) =>
        `${field} is “${mail}”, an address for examples: a live board (PUBLIC_URL is set) is written to. Put one of yours there.`,
    );
}

/** Domains that belong to nobody. */
const EXAMPLE = /[@.](example|invalid|example\.(com|net|org))$/i;

function shapeOf(languages: readonly string[], today: string) {
  const whole = {
    ...offer(languages),
    ...responsible(languages),
    processors: processors({ languages, today }),
    services: services(today),
    dnsResolver: dnsResolver(),
    policyVersions: policyVersions(languages, today),
    moderation: moderation(),
  } satisfies Record<keyof Board, z.ZodType>;
  return fields(whole, { what: 'a board', why: 'nothing runs without one' }).superRefine(standInInTheUnion).superRefine(resolverIsDeclared);
}

/** Read first, for every text is looked for in each of them; a language that is refused anyway asks for no texts. */
function languagesIn(board: unknown): readonly string[] {
  const languages = z.object({ languages: z.array(z.string()) }).safeParse(board);
  return languages.success ? INTERFACE_LANGUAGES.filter((language) => languages.data.languages.includes(language)) : [];
}

function sentences(issue: z.core.$ZodIssue): readonly string[] {
  const at = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const field = at.replace(/^\./, '') || 'board';
  if (issue.code !== 'unrecognized_keys') return [`${field} ${issue.message}`];
  return issue.keys.map((key) => `${at === '' ? key : `${field}.${key}`} ${issue.message}`);
}
