import type { Board } from '#worker/board/model/board.ts';
import { type Filling, fillWords } from '#worker/promises/model/fill-words.ts';
import { type Purpose, purposesInUse } from '#worker/promises/model/purposes.ts';
import { servicesOf } from '#worker/promises/model/services.ts';

export type LegitimateUse = Extract<Purpose, { readonly basis: 'legitimate-interest' }>;

/** In words, with its balancing test. */
export interface SaidUse {
  readonly id: string;
  readonly name: string;
  readonly does: string;
  readonly interest: string;
  readonly need: string;
  readonly effect: string;
}

/** The uses that rest on a legitimate interest and touch an account: one can object to each (GDPR 21(1)). */
export function legitimateUses(board: Board, purposesOfAccounts: readonly string[]): readonly LegitimateUse[] {
  return purposesInUse(servicesOf(board)).flatMap((purpose) =>
    purpose.basis === 'legitimate-interest' && purposesOfAccounts.includes(purpose.id) ? [purpose] : [],
  );
}

export function sayUse({ id, name, does, balancing }: LegitimateUse, filling: Filling): SaidUse {
  return {
    id,
    name: fillWords(name, filling),
    does: fillWords(does, filling),
    interest: fillWords(balancing.interest, filling),
    need: fillWords(balancing.need, filling),
    effect: fillWords(balancing.effect, filling),
  };
}
