import { personalWords } from '#worker/accounts/model/own-words.ts';
import { type LeastLength, PASSWORD_PROBLEMS, passwordProblem } from '#worker/accounts/model/password-rules.ts';
import type { Board } from '#worker/board/model/board.ts';
import { invalidField } from '#worker/kernel/errors.ts';
import { inLanguage } from '#worker/promises/model/words.ts';

export interface CheckNewPasswordContext {
  readonly board: Pick<Board, 'name'>;
  readonly publicUrl: string;
  readonly language: string;
  readonly isCommonPassword: (password: string) => boolean;
}

export interface NewPasswordTyped {
  /** Of the form. */
  readonly field: string;
  readonly password: string;
  readonly least: LeastLength;
  readonly email: string;
  readonly name: string | null;
}

/** Throws `invalid` for a password that a stranger would try, or that is too short: the message says what to do instead. */
export function checkNewPassword(context: CheckNewPasswordContext, { field, password, least, email, name }: NewPasswordTyped): void {
  const words = personalWords({ email, name, board: context.board.name, publicUrl: context.publicUrl });
  const problem = passwordProblem({ password, least, words }) ?? (context.isCommonPassword(password) ? 'common' : null);
  if (problem === null) return;
  const message = inLanguage(PASSWORD_PROBLEMS[problem], context.language);
  throw invalidField(field, message);
}
