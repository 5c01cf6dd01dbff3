import type { Mapping } from '#db/import/map/mapping.ts';
import { columnsOfTemplate } from '#db/import/map/template.ts';

/** Every column that a mapping reads: a file fits the mapping when its header holds them all. */
export function mappingColumns(mapping: Mapping): ReadonlySet<string> {
  const { salary, description } = mapping;
  const ofSalary =
    salary === undefined ? [] : 'text' in salary ? salary.text : [salary.min, salary.max, salary.currency].flatMap((from) => from ?? []);
  const period = salary !== undefined && 'period' in salary && typeof salary.period === 'object' ? salary.period.from : [];
  const ofDescription =
    'from' in description
      ? description.from
      : description.sections.flatMap(({ text, list }) => [...text, ...list]).flatMap(columnsOfTemplate);
  const rules = [
    mapping.title,
    mapping.employer,
    mapping.employerWebsite,
    mapping.category,
    mapping.employmentTypes,
    mapping.places,
    mapping.remote,
    mapping.skills,
  ];
  const plain = [mapping.key, mapping.posted, mapping.until, mapping.applyUrl, mapping.applyMail, mapping.referenceId];
  const refined = Object.values(mapping.category?.refine ?? {}).flatMap((list) => list.flatMap((entry) => entry.in));
  return new Set([
    ...rules.flatMap((rule) => rule?.from ?? []),
    ...plain.flatMap((from) => from ?? []),
    ...ofSalary,
    ...period,
    ...refined,
    ...ofDescription,
    ...(mapping.prefer ? [mapping.prefer.column] : []),
  ]);
}
