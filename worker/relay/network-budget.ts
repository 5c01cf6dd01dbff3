import type { BudgetUsed, ContactBudgetsRepository } from '#db/repositories/contact-budgets.ts';
import type { PostCount } from '#db/repositories/post-counts.ts';
import type { BudgetOf, BudgetState, Network, NetworkBudget } from '#worker/relay/model/network.ts';

export interface NetworkBudgetContext {
  readonly now: number;
  /** Under the key of the day, which is another tomorrow: no count is carried over midnight. */
  readonly networkHash: (text: string) => Promise<string>;
  readonly contactBudgets: ContactBudgetsRepository;
}

export interface BudgetAsked {
  readonly network: Network;
  readonly budget: NetworkBudget;
  /** Counted for the ad, where there is room; null for nothing. */
  readonly count: PostCount | null;
}

/** Takes one from the budgets of a network, if both have room. */
export async function takeBudget(context: NetworkBudgetContext, { network, budget, count }: BudgetAsked): Promise<BudgetState> {
  const { now, contactBudgets } = context;
  const { exactPerDay, widerPerDay } = budget.limits;
  const [exact, wider] = await Promise.all([
    subjectOf(context, { of: budget.of, width: 'exact', network }),
    subjectOf(context, { of: budget.of, width: 'wider', network }),
  ]);
  const budgets = [
    { subject: exact, most: exactPerDay },
    { subject: wider, most: widerPerDay },
  ];
  const { may, used } = await contactBudgets.take({ budgets, now, count });
  const left = (subject: string, most: number) => Math.max(0, most - usedBy(used, subject));
  return { may, left: { exact: left(exact, exactPerDay), wider: left(wider, widerPerDay) }, seconds: secondsLeft(now) };
}

const DAY = 86_400_000;

/** What a machine loses that follows a link which people do not see; a person who stumbles over it has the rest left. */
const STRIKE = 5;

/** Counts against the exact network alone: nobody uses up the room of the neighbours. */
export async function strike(context: NetworkBudgetContext, network: Network): Promise<void> {
  const subject = await subjectOf(context, { of: 'shown', width: 'exact', network });
  await context.contactBudgets.strike({ subject, units: STRIKE, now: context.now });
}

interface Counted {
  readonly of: BudgetOf;
  readonly width: keyof Network;
  readonly network: Network;
}

/** The purpose is part of what is hashed: no two counts can be told to be of one network. */
function subjectOf({ networkHash }: NetworkBudgetContext, { of, width, network }: Counted): Promise<string> {
  return networkHash(`contacts/${of}/${width}/${network[width]}`);
}

function usedBy(used: readonly BudgetUsed[], subject: string): number {
  return used.find((one) => one.subject === subject)?.used ?? 0;
}

function secondsLeft(now: number): number {
  return Math.ceil((DAY - (now % DAY)) / 1000);
}
