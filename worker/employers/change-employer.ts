import type { EmployerProfilesRepository } from '#db/repositories/employer-profiles.ts';
import type { LookAlikesRepository } from '#db/repositories/look-alikes.ts';
import { requireUnfrozen } from '#worker/accounts/model/frozen.ts';
import { lookAtPage } from '#worker/employers/look-at-page.ts';
import type { EmployerPage } from '#worker/employers/model/employer-page.ts';
import { noSuchEmployer, type OwnEmployerContext, ownedEmployer } from '#worker/employers/own-employer.ts';
import { refuseActingLinks } from '#worker/employers/refuse-acting-links.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { newId } from '#worker/kernel/random.ts';

export interface ChangeEmployerContext extends OwnEmployerContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly employerProfiles: Pick<EmployerProfilesRepository, 'find' | 'change'>;
  readonly lookAlikes: LookAlikesRepository;
}

export interface EmployerChanged {
  readonly actor: Member;
  readonly id: string;
  /** What is to be changed; the rest stays. */
  readonly wanted: Partial<EmployerPage>;
}

/** What an employer says of itself. What is public already waits for a moderator, and the public sees what was approved last meanwhile. */
export async function changeEmployer(context: ChangeEmployerContext, { actor, id, wanted }: EmployerChanged): Promise<'changed' | 'waits'> {
  requireUnfrozen(actor);
  refuseActingLinks(wanted, context.publicUrl);
  const { seq } = await ownedEmployer(context, { actor, id });
  const { page, waiting } = await context.employerProfiles.find(seq);
  const next = { ...(waiting?.page ?? page), ...wanted };
  const changeId = newId();
  const { now } = context;
  const flags = await lookAtPage(context, { seq, page: next });
  const outcome = await context.employerProfiles.change({
    id: changeId,
    employerSeq: seq,
    wanted: next,
    askedBy: actor.accountId,
    case: { id: newId(), kind: 'employer', employerSeq: seq, subjectId: changeId, title: next.name, flags, openedAt: now },
    line: { accountId: actor.accountId, at: now, kind: 'employer-changed', details: { name: page.name } },
  });
  if (outcome === null) throw noSuchEmployer();
  return outcome;
}
