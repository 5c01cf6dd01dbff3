import type { Member } from '#worker/kernel/actor.ts';
import type { WriteAudit } from '#worker/staff/append-audit.ts';
import type { RepairsView } from '#worker/staff/model/board-view.ts';
import type { ReasonedInput } from '#worker/staff/model/staff-input.ts';

export interface ReconcileNowContext {
  readonly audited: WriteAudit;
  readonly reconcileSearch: () => Promise<RepairsView['repairs']>;
}

/** Compares every search engine with the database at once, and repairs both ways. */
export async function reconcileNow(
  { audited, reconcileSearch }: ReconcileNowContext,
  { actor, input }: { readonly actor: Member; readonly input: ReasonedInput },
): Promise<RepairsView> {
  await audited({ staff: actor, act: 'search-reconciled', subject: { kind: 'board', id: 'search' }, ...input });
  const repairs = await reconcileSearch();
  return { repairs: repairs.map(({ engine, missing, ghosts, trouble }) => ({ engine, missing, ghosts, trouble })) };
}
