import { ask } from '#tests/bench/measure.ts';
import { promisesView } from '#worker/promises/model/promise-view.ts';

/** How many promises are kept and planned, by the policy that they answer. */
export async function countPromises(origin: string): Promise<readonly (readonly string[])[]> {
  const { families, kept, planned } = promisesView.parse(JSON.parse((await ask(`${origin}/api/promises`)).body));
  const rows = [...families.map((family) => [family.name, family.kept, family.planned]), ['together', kept, planned]];
  return [['', 'kept', 'planned'], ...rows.map((row) => row.map(String))];
}
