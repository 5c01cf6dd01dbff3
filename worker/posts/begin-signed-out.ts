import { TooManyError } from '#worker/kernel/errors.ts';
import { type DraftTie, newDraftTie } from '#worker/posts/model/draft-cookie.ts';
import type { BudgetState, Network } from '#worker/relay/model/network.ts';

export interface BeginSignedOutContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly takeDraftBudget: (network: Network) => Promise<Pick<BudgetState, 'may' | 'seconds'>>;
}

/** Ties a new draft to a browser. Nobody stands for it yet, so that its network has so many a day: a program would fill the database. */
export async function tieNewDraft({ now, publicUrl, takeDraftBudget }: BeginSignedOutContext, network: Network): Promise<DraftTie> {
  const { may, seconds } = await takeDraftBudget(network);
  if (!may) throw new TooManyError('posts.many-begun', seconds);
  return newDraftTie(publicUrl, now);
}
