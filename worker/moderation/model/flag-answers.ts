import type { FieldError } from '#worker/kernel/errors.ts';
import { FLAG_ANSWERS, type FlagAnswer, type FlagId, type FlagRaised, MUST_BE_ANSWERED } from '#worker/moderation/model/flags.ts';

/** What a moderator says to each flag, by `flagKey`. */
export type AnswersGiven = Readonly<Record<string, FlagAnswer | undefined>>;

/** Names a flag among those of its post: its kind and its place among them. */
export function flagKey(flag: FlagRaised, index: number): string {
  return `${flag.flag}-${index}`;
}

export type FlagsAnswered =
  | { readonly is: 'answered'; readonly flags: readonly FlagRaised[] }
  | { readonly is: 'open'; readonly problems: readonly FieldError[] };

export interface FlagsToAnswer {
  readonly flags: readonly FlagRaised[];
  readonly given: AnswersGiven;
  /** Kinds that an edit took the reason from: they need no answer any more. */
  readonly gone?: ReadonlySet<FlagId> | undefined;
}

/** The flags with their answers; those that must be answered and are not stand in the way of an approval. */
export function answerFlags({ flags, given, gone }: FlagsToAnswer): FlagsAnswered {
  const open = flags.flatMap((flag, index) => {
    const field = flagKey(flag, index);
    const isNeeded = MUST_BE_ANSWERED.has(flag.flag) && gone?.has(flag.flag) !== true;
    return isNeeded && given[field] === undefined ? [{ field, message: 'moderation.flag-open', values: { quote: flag.quote } }] : [];
  });
  if (open.length > 0) return { is: 'open', problems: open };
  const answered = flags.map((flag, index) => {
    const answer = given[flagKey(flag, index)];
    return answer === undefined || !FLAG_ANSWERS.includes(answer) ? flag : { ...flag, answer };
  });
  return { is: 'answered', flags: answered };
}
