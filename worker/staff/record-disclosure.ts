import type { AccountsRepository } from '#db/repositories/accounts.ts';
import type { DisclosuresRepository } from '#db/repositories/disclosures.ts';
import { readEmailAddress } from '#worker/accounts/model/email-address.ts';
import { requireFreshProof } from '#worker/accounts/model/fresh-proof.ts';
import type { Member } from '#worker/kernel/actor.ts';
import { invalidField } from '#worker/kernel/errors.ts';
import { newId } from '#worker/kernel/random.ts';
import type { WriteAudit } from '#worker/staff/append-audit.ts';
import type { DisclosureInput } from '#worker/staff/model/disclosure-view.ts';

export interface RecordDisclosureContext {
  readonly now: number;
  readonly accounts: Pick<AccountsRepository, 'byEmailKey'>;
  readonly disclosures: Pick<DisclosuresRepository, 'recordStatements'>;
  readonly hashRecipient: (emailKey: string) => Promise<string>;
  readonly pseudonymOf: (accountId: string) => Promise<string>;
  readonly audited: WriteAudit;
}

/** Writes down what was handed over because the law demanded it: for the person's copy, unless a law forbids that for a time. */
export async function recordDisclosure(
  context: RecordDisclosureContext,
  { actor, input }: { readonly actor: Member; readonly input: DisclosureInput },
): Promise<void> {
  const { now, accounts, disclosures, hashRecipient, pseudonymOf, audited } = context;
  requireFreshProof(actor, now);
  const address = readEmailAddress(input.email);
  if (address === null) throw invalidField('email', 'staff.not-an-address');
  if (input.at > now) throw invalidField('at', 'staff.not-yet');
  const { authority, legalGround, fields, at, secretUntil } = input;
  const account = await accounts.byEmailKey(address.key);
  const person = { accountId: account?.id ?? null, recipient: account === null ? await hashRecipient(address.key) : null };
  const id = newId();
  const recordedBy = await pseudonymOf(actor.accountId);
  const row = { id, ...person, authority, legalGround, fields, at, secretUntil, recordedBy };
  const act = { staff: actor, act: 'disclosure-recorded', subject: { kind: 'disclosure', id }, reason: 'legal-request' } as const;
  await audited(act, disclosures.recordStatements(row));
}
