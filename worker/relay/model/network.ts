import type { NetworkLimits } from '#worker/board/model/board.ts';

/** Where somebody comes from: the exact network (IPv4 /32, IPv6 /64) and the wider one (/24, /48), as texts to be hashed. */
export interface Network {
  readonly exact: string;
  readonly wider: string;
}

/** What a network uses up: contacts that it is shown, messages that it writes, reports from addresses that nobody has confirmed, ads begun signed out. */
export type BudgetOf = 'shown' | 'messages' | 'reports' | 'drafts';

export interface NetworkBudget {
  readonly of: BudgetOf;
  readonly limits: NetworkLimits;
}

/** How far the day's budget has gone. */
export interface BudgetState {
  readonly may: boolean;
  /** Of the exact and of the wider network, never below 0. */
  readonly left: { readonly exact: number; readonly wider: number };
  /** Until the day ends, and all of it is there again. */
  readonly seconds: number;
}
