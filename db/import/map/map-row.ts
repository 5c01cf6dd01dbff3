import { cleanLine } from '#db/import/clean/clean-text.ts';
import { looksLikeHtml } from '#db/import/clean/description.ts';
import { readDate, type StatedDate } from '#db/import/clean/parse-date.ts';
import { currencyIn, makeSalary, parseAmount, parseSalaryText } from '#db/import/clean/parse-salary.ts';
import { titleCase } from '#db/import/clean/title-case.ts';
import { mapCategory } from '#db/import/map/map-category.ts';
import type { Mapping, TextRule } from '#db/import/map/mapping.ts';
import { buildDescription, splitNames, type TokenStyle } from '#db/import/map/template.ts';
import type { RawJob } from '#db/import/raw-job.ts';
import type { Salary } from '#worker/kernel/money.ts';

const LONGEST_CELL = 50_000;

/** Reads one row's columns by a mapping; made once for a file. */
export interface RowMapper {
  map(row: { readonly line: number; readonly cells: readonly string[] }): RawJob;
}

/** `header`: the names of the columns in order. */
export function rowMapper(mapping: Mapping, header: readonly string[]): RowMapper {
  const positions = new Map(header.map((name, at) => [name, at] as const));
  const empty = new Set(mapping.empty.map((value) => value.toLowerCase()));
  const acronyms = new Set(mapping.acronyms);
  const replace = (cell: string) =>
    mapping.replace.reduce((text, [from, to]) => (text.includes(from) ? text.replaceAll(from, to) : text), cell);
  return {
    map({ line, cells }) {
      const values = new Map<string, string>();
      const read = (column: string): string => {
        const known = values.get(column);
        if (known !== undefined) return known;
        const value = replace(cells[positions.get(column) ?? -1] ?? '').trim();
        const said = empty.has(value.toLowerCase()) ? '' : value.slice(0, LONGEST_CELL);
        values.set(column, said);
        return said;
      };
      return mapRow({ line, mapping, acronyms, read });
    },
  };
}

export interface RowReading {
  readonly line: number;
  readonly mapping: Mapping;
  readonly acronyms: ReadonlySet<string>;
  /** A column's value; empty where it says nothing. */
  readonly read: (column: string) => string;
}

function mapRow(reading: RowReading): RawJob {
  const { line, mapping, read } = reading;
  const first = (from: readonly string[] | undefined) => firstOf(read, from);
  const key = mapping.key.map(read).filter(Boolean).join('/');
  const order = mapping.prefer?.order.indexOf(read(mapping.prefer.column)) ?? 0;
  const remote = mapping.remote?.from.map((column) => mapping.remote?.values[read(column)]).find(Boolean);
  return {
    line,
    key,
    preference: order < 0 ? (mapping.prefer?.order.length ?? 0) : order,
    kind: 'job',
    title: readText(reading, mapping.title),
    description: readDescription(reading),
    employer: readText(reading, mapping.employer),
    employerWebsite: mapping.employerWebsite ? readText(reading, mapping.employerWebsite) || null : null,
    language: mapping.language,
    category: mapCategory(mapping, read),
    employmentTypes: (mapping.employmentTypes?.from ?? []).flatMap((column) => mapping.employmentTypes?.values[read(column)] ?? []),
    skills: first(mapping.skills?.from)
      .split(mapping.skills?.separator ?? ',')
      .map((skill) => skill.trim())
      .filter(Boolean),
    places: [...new Set((mapping.places?.from ?? []).map(read))].filter(Boolean).map((text) => ({ by: 'address' as const, text })),
    remote: remote ? { partly: remote === 'partly', countries: mapping.remote?.countries ?? [] } : null,
    salary: readSalary(reading),
    posted: statedDate(reading, mapping.posted),
    until: statedDate(reading, mapping.until),
    applyUrl: first(mapping.applyUrl) || null,
    applyMail: first(mapping.applyMail) || null,
    applyPhone: null,
    referenceId: first(mapping.referenceId) || null,
  };
}

function firstOf(read: RowReading['read'], from: readonly string[] | undefined): string {
  return from?.map(read).find((value) => value !== '') ?? '';
}

function readText({ read, acronyms }: RowReading, rule: TextRule): string {
  const value = cleanLine(firstOf(read, rule.from), LONGEST_CELL);
  const known = 'values' in rule ? rule.values?.[value] : undefined;
  if (known !== undefined) return known;
  const own = 'withoutNumber' in rule && rule.withoutNumber ? value.replace(/[\s(#:–-]+\d{5,}\)?$/, '') : value;
  return 'case' in rule && rule.case === 'title' ? titleCase(own, acronyms) : own;
}

function statedDate({ mapping, read }: RowReading, from: readonly string[] | undefined): StatedDate {
  return readDate(firstOf(read, from), mapping.dates);
}

function readSalary({ mapping, read }: RowReading): Salary | null {
  const { salary, currency = null } = mapping;
  if (salary === undefined) return null;
  if ('text' in salary) return parseSalaryText(firstOf(read, salary.text), { currency, period: null });
  const [min, max] = [firstOf(read, salary.min), firstOf(read, salary.max)];
  const period = typeof salary.period === 'object' ? salary.period.values[firstOf(read, salary.period.from)] : salary.period;
  return makeSalary({
    min: parseAmount(min),
    max: parseAmount(max),
    currency: currencyIn(firstOf(read, salary.currency)) ?? currency ?? currencyIn(min) ?? currencyIn(max),
    period: period ?? null,
  });
}

function readDescription({ mapping, read, acronyms }: RowReading): RawJob['description'] {
  const { description } = mapping;
  if ('from' in description) {
    const text = firstOf(read, description.from);
    return { text, format: looksLikeHtml(text) ? 'html' : 'text' };
  }
  const names = Object.keys(mapping.category?.values ?? {});
  const tidy = (column: string, style: TokenStyle) => {
    const value = cleanLine(read(column), LONGEST_CELL);
    if (style === 'split') return splitNames(value, names);
    return style === 'title' ? titleCase(value, acronyms) : value;
  };
  return { text: buildDescription(description, tidy), format: 'markdown' };
}
