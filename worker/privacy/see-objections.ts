import type { AccountsRepository } from '#db/repositories/accounts.ts';
import type { ObjectionsRepository, StoredObjection } from '#db/repositories/objections.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { signInFirst } from '#worker/kernel/errors.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import { type LegitimateUse, legitimateUses, sayUse } from '#worker/privacy/model/legitimate-uses.ts';
import { DIRECT_MARKETING, type ObjectionsView, type OwnObjection } from '#worker/privacy/model/objection-view.ts';
import { factsOf } from '#worker/promises/model/facts.ts';
import { inLanguage, type Words } from '#worker/promises/model/words.ts';

export interface SeeObjectionsContext {
  readonly now: number;
  readonly board: Board;
  readonly accounts: Pick<AccountsRepository, 'byId'>;
  readonly objections: Pick<ObjectionsRepository, 'ofAccount'>;
  /** What the data of account holders are used for, as the data map says. */
  readonly purposesOfAccounts: readonly string[];
}

/** What one can object to, and what one has. */
export async function seeObjections(context: SeeObjectionsContext, { accountId }: Pick<Member, 'accountId'>): Promise<ObjectionsView> {
  const { now, board, accounts, objections, purposesOfAccounts } = context;
  const [account, made] = await Promise.all([accounts.byId(accountId), objections.ofAccount(accountId)]);
  if (account === null) throw signInFirst();
  const { language, marketingObjectedAt } = account;
  const filling = { facts: factsOf(board), language };
  const uses = legitimateUses(board, purposesOfAccounts);
  return {
    marketingSince: marketingObjectedAt === null ? null : isoTime(marketingObjectedAt),
    uses: uses.map((use) => sayUse(use, filling)),
    objections: made.map((objection) => shown(objection, { now, nameOf: nameIn(uses, language) })),
  };
}

const MARKETING: Words = { en: 'Advertising of every kind' };

function nameIn(uses: readonly LegitimateUse[], language: string): (id: string) => string {
  return (id) => {
    const name = id === DIRECT_MARKETING ? MARKETING : uses.find((use) => use.id === id)?.name;
    return name === undefined ? id : inLanguage(name, language);
  };
}

interface Showing {
  readonly now: number;
  readonly nameOf: (purpose: string) => string;
}

function shown({ id, purpose, reason, madeAt, dueAt, withdrawnAt }: StoredObjection, { now, nameOf }: Showing): OwnObjection {
  const standing = purpose === DIRECT_MARKETING ? 'in-force' : dueAt > now ? 'waits' : 'due-passed';
  return {
    id,
    use: nameOf(purpose),
    reason,
    madeAt: isoTime(madeAt),
    dueAt: isoTime(dueAt),
    state: withdrawnAt === null ? standing : 'withdrawn',
  };
}
