import type { DisclosuresRepository } from '#db/repositories/disclosures.ts';
import { requireFreshProof } from '#worker/accounts/model/fresh-proof.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { WriteAudit } from '#worker/staff/append-audit.ts';
import type { DisclosuresView } from '#worker/staff/model/disclosure-view.ts';
import type { ReasonedInput } from '#worker/staff/model/staff-input.ts';

export interface SeeDisclosuresContext {
  readonly now: number;
  readonly disclosures: Pick<DisclosuresRepository, 'newest'>;
  readonly audited: WriteAudit;
}

const MOST = 200;

/** What was handed to authorities, and about whom. It names people: the look is in the log before anything is shown. */
export async function seeDisclosures(
  { now, disclosures, audited }: SeeDisclosuresContext,
  { actor, input }: { readonly actor: Member; readonly input: ReasonedInput },
): Promise<DisclosuresView> {
  requireFreshProof(actor, now);
  await audited({ staff: actor, act: 'disclosures-seen', subject: { kind: 'board', id: 'disclosures' }, ...input });
  const found = await disclosures.newest(MOST);
  return {
    disclosures: found.map(({ email, disclosure: { id, authority, legalGround, fields, at, secretUntil } }) => ({
      ...{ id, email, authority, legalGround, fields },
      at: isoTime(at),
      secretUntil: secretUntil === null ? null : isoTime(secretUntil),
    })),
  };
}
