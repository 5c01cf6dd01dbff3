/** The policies that the clauses come from; `OWN` is what this board promises beyond them. */
export const FAMILIES = ['NEC', 'PRO', 'NET', 'EJO', 'JTW', 'OWN'] as const;

export type Family = (typeof FAMILIES)[number];

/** Whose policy it is. */
export const FAMILY_NAMES: Readonly<Record<Family, string>> = {
  NEC: 'Necojobs',
  PRO: 'ProJobSector',
  NET: 'NetJobs',
  EJO: 'ejob.az',
  JTW: 'JobsTrackWay',
  OWN: 'Our own',
};

const LINES = { NEC: 23, PRO: 17, NET: 53, EJO: 25, JTW: 16 } as const;

/** Every line of the five policies, `NEC-01` to `JTW-16`: each is answered by at least one clause. */
export const ORIGINS: readonly string[] = Object.entries(LINES).flatMap(([family, lines]) =>
  Array.from({ length: lines }, (_, index) => `${family}-${String(index + 1).padStart(2, '0')}`),
);

/** The families that a clause answers to, in their order. */
export function familiesOf(origins: readonly string[]): readonly Family[] {
  return FAMILIES.filter((family) => origins.some((origin) => origin === family || origin.startsWith(`${family}-`)));
}
