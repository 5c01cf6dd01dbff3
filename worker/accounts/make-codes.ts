import {
  type ChangeFactorsContext,
  type Changer,
  changedMeanwhile,
  changeOf,
  factorsToChange,
  newCodes,
} from '#worker/accounts/change-factors.ts';
import { countFactors } from '#worker/accounts/model/factors.ts';
import { DomainError } from '#worker/kernel/errors.ts';

/** Makes ten new recovery codes, shown once; the old ones open nothing any more. */
export async function makeCodes(context: ChangeFactorsContext, changer: Changer): Promise<{ readonly codes: readonly string[] }> {
  const found = await factorsToChange(context, changer.actor);
  if (countFactors(found) === 0)
    throw new DomainError('conflict', 'Recovery codes stand in for an app or a passkey. Add one of these first.');
  const codes = await newCodes(context, found.holder.id);
  const lines = [{ kind: 'codes-made', details: {} } as const];
  const change = await changeOf(context, { found, changer, mail: { kind: 'factor-added', factor: 'codes' }, lines });
  if (!(await context.factorChanges.makeCodes({ ...change, codes: codes.kept }))) throw changedMeanwhile();
  return { codes: codes.shown };
}
