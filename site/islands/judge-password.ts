import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import graphs from '@zxcvbn-ts/language-common/dist/adjacencyGraphs.json.mjs';
import diceware from '@zxcvbn-ts/language-common/dist/diceware.json.mjs';
import { personalWords } from '#worker/accounts/model/own-words.ts';
import {
  LEAST_ALONE,
  LEAST_WITH_FACTOR,
  PASSWORD_PROBLEMS,
  passwordLength,
  passwordProblem,
} from '#worker/accounts/model/password-rules.ts';
import { inLanguage } from '#worker/promises/model/words.ts';

/** The words that people begin with; the board itself knows a hundred thousand. */
const USUAL =
  'password passwort qwerty letmein welcome iloveyou monkey dragon football baseball sunshine princess master admin login secret'.split(
    ' ',
  );
/** The library takes long over long texts, which are hard to guess anyway. */
const LOOKED_AT = 100;

const zxcvbn = new ZxcvbnFactory({ dictionary: { diceware, usual: USUAL }, graphs, maxLength: LOOKED_AT });

export interface Surroundings {
  /** Characters. */
  readonly least: number;
  readonly email: string;
  readonly board: string;
  /** What to say: `short` with `{done}` and `{least}`, and one for each score from 0 to 4. */
  readonly words: Readonly<Record<string, string>>;
}

/** What to say of a password: by the board's own rules, and beyond them by how many guesses it takes. Nothing of nothing. */
export function judgePassword(password: string, { least, email, board, words }: Surroundings): string {
  if (password === '') return '';
  const known = personalWords({ email, name: null, board, publicUrl: location.origin });
  const problem = passwordProblem({ password, least: least === LEAST_WITH_FACTOR ? LEAST_WITH_FACTOR : LEAST_ALONE, words: known });
  if (problem === 'too-short' || problem === 'too-short-with-factor') {
    return (words['short'] ?? '').replace('{done}', String(passwordLength(password))).replace('{least}', String(least));
  }
  if (problem !== null) return inLanguage(PASSWORD_PROBLEMS[problem], document.documentElement.lang);
  const { score } = zxcvbn.check(password.slice(0, LOOKED_AT), [...known]);
  return words[String(score)] ?? '';
}
