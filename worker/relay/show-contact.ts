import type { JobContactsRepository } from '#db/repositories/job-contacts.ts';
import type { Board } from '#worker/board/model/board.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { isId } from '#worker/kernel/random.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import type { BudgetState, Network } from '#worker/relay/model/network.ts';
import { type PlainContact, plainContact } from '#worker/relay/model/plain-contact.ts';
import { type NetworkBudgetContext, takeBudget } from '#worker/relay/network-budget.ts';

export interface ShowContactContext extends NetworkBudgetContext {
  readonly board: Pick<Board, 'contactLimits'>;
  readonly jobContacts: Pick<JobContactsRepository, 'shown'>;
}

export interface ContactAsked {
  readonly jobId: string;
  readonly network: Network;
}

export interface ContactShown {
  /** Empty where the day's budget is used up. */
  readonly contacts: readonly PlainContact[];
  readonly budget: BudgetState;
}

/** Shows the contacts of a public ad to whoever asks, so many a day for each network, and counts it for whoever posted the ad. */
export async function showContact(context: ShowContactContext, { jobId, network }: ContactAsked): Promise<ContactShown> {
  const { now, board, jobContacts } = context;
  const found = isId(jobId) ? await jobContacts.shown({ jobId, now }) : [];
  if (found.length === 0) throw new DomainError('not_found', 'relay.no-contact');
  const count = { jobId, day: utcDay(now), what: 'reveal' } as const;
  const budget = await takeBudget(context, { network, budget: { of: 'shown', limits: board.contactLimits.shown }, count });
  return { contacts: budget.may ? distinct(found.map(plainContact)) : [], budget };
}

/** What was disguised in one place and plain in another is one contact. */
function distinct(contacts: readonly PlainContact[]): readonly PlainContact[] {
  return contacts.filter(({ text }, at) => contacts.findIndex((other) => other.text === text) === at);
}
