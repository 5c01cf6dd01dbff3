import { DomainError, invalidField } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import { type PersonAct, type PersonActContext, personOf } from '#worker/staff/act-on-person.ts';
import type { ReasonedInput } from '#worker/staff/model/staff-input.ts';

/** Ends the freeze that somebody asked for of their own account (GDPR 18): only because they ask for it, and they are told. */
export async function liftFreeze(context: PersonActContext, lifting: PersonAct<ReasonedInput>): Promise<void> {
  const { actor, pseudonym, input } = lifting;
  const { id: accountId, email: to, language } = await personOf(context, lifting);
  if (input.reason !== 'person-asked') throw invalidField('reason', 'staff.freeze-own');
  const { now, staffPeople, prepareMail, audited } = context;
  const ordered = { to, accountId, language, network: null, key: `restriction-changed/${newId()}` };
  const mail = await prepareMail({ ...ordered, kind: 'restriction-changed', facts: { at: now, restricted: false } });
  const line = { accountId, at: now, kind: 'unrestricted', details: {} } as const;
  const statements = staffPeople.liftFreezeStatements({ accountId, line, mails: [mail] });
  if (await audited({ staff: actor, act: 'freeze-lifted', subject: { kind: 'person', id: pseudonym }, ...input }, statements)) return;
  throw new DomainError('conflict', 'staff.not-frozen');
}
