import type { PersonalColumn } from '#db/data-map/entry.ts';
import { DATA_MAP } from '#db/data-map.ts';
import type { DataCategory } from '#worker/promises/model/data-categories.ts';
import type { RetentionRule } from '#worker/promises/model/retention.ts';

interface Promised {
  readonly dataCategories: readonly DataCategory[];
  readonly retention: readonly RetentionRule[];
}

/** Where the data map says otherwise than the policy: one sentence each. Tables and columns that are missing do not compile. */
export function dataMapProblems({ dataCategories, retention }: Promised): readonly string[] {
  return Object.entries(DATA_MAP).flatMap(([table, { whose, purpose, columns, person, ad }]) => {
    const personal = Object.entries(columns).flatMap(([name, entry]) => (entry.personal ? [{ ...entry, name, table, purpose }] : []));
    const named =
      whose === 'nobody' ? personal.map(({ name }) => `db/data-map.ts: ${table}.${name} is personal, but the table is nobody's.`) : [];
    const empty = whose !== 'nobody' && personal.length === 0 ? [`db/data-map.ts: ${table} has no column with a person's data.`] : [];
    const hasWay = Boolean(person) || ad !== undefined || !WITH_COPIES.has(whose);
    const unseen = hasWay ? [] : personal.flatMap(({ name, inExport }) => (inExport === 'as it is' ? [unseenIn(table, name)] : []));
    return [...named, ...empty, ...unseen, ...personal.flatMap((column) => problemsOf(column, { dataCategories, retention }))];
  });
}

/** Those who can have a copy of their data made. */
const WITH_COPIES: ReadonlySet<string> = new Set(['account holders', 'members and guests']);

function unseenIn(table: string, name: string): string {
  return `db/data-map.ts: ${table}.${name} is to stand in copies, but nothing leads to it: say why it is left out.`;
}

interface Mapped extends PersonalColumn {
  readonly name: string;
  readonly table: string;
  readonly purpose: string;
}

function problemsOf(
  { name, table, purpose, category, retention: rule }: Mapped,
  { dataCategories, retention }: Promised,
): readonly string[] {
  const where = `db/data-map.ts: ${table}.${name}`;
  const stated = dataCategories.find(({ id }) => id === category);
  if (stated === undefined) return [`${where} belongs to "${category}", which the policy does not name.`];
  const purposes: readonly string[] = stated.purposes;
  const rules: readonly string[] = stated.retention;
  return [
    ...(purposes.includes(purpose) ? [] : [`${where} is used for "${purpose}", but the policy does not say so of "${category}".`]),
    ...(retention.some(({ id }) => id === rule) ? [] : [`${where} is to end by the rule "${rule}", which does not exist.`]),
    ...(rules.includes(rule) ? [] : [`${where} ends by the rule "${rule}", but the policy does not say so of "${category}".`]),
  ];
}
