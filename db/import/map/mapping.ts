import { z } from 'zod';
import { DATE_FORMATS } from '#db/import/clean/parse-date.ts';
import { EMPLOYMENT_TYPES } from '#worker/jobs/model/job-posting.ts';
import { SALARY_PERIODS } from '#worker/kernel/money.ts';

const column = z.string().min(1);
const columns = z
  .union([column, z.array(column).min(1)])
  .transform((from): readonly string[] => (typeof from === 'string' ? [from] : from));

/** What a column's values mean. Without inherited names: a cell may say `constructor`. */
function translation<Value extends z.ZodType>(value: Value) {
  return z
    .record(z.string(), value)
    .transform((entries): Readonly<Record<string, z.output<Value>>> => Object.assign(Object.create(null), entries));
}

/** A column, or the first of several that says something; its value translated and made readable. */
const text = z.union([
  columns.transform((from) => ({ from })),
  z.strictObject({
    from: columns,
    /** Text all in capitals is put into title case. */
    case: z.literal('title').optional(),
    /** A number of five or more digits at the end, as a repeated key, goes. */
    withoutNumber: z.boolean().optional(),
    values: translation(z.string()).optional(),
  }),
]);

const categoryId = z.string();
const refinement = z.strictObject({ in: columns, words: z.array(z.string()).min(1), category: categoryId });

/** How the columns of a CSV file become ads. Every object is closed: a misspelt name is an error. */
export const mappingSchema = z.strictObject({
  $comment: z.string().optional(),
  source: z.string().min(1),
  /** The day on which the file was taken; all dates move by the days from there to the first import. */
  snapshot: z.iso.date().optional(),
  timeZone: z.string().refine(isTimeZone, 'is no IANA time zone').default('UTC'),
  language: z.string().default('en'),
  currency: z.string().refine(isCurrency, 'is no ISO 4217 currency').optional(),
  dates: z.array(z.enum(DATE_FORMATS)).default([]),
  /** Values that mean nothing, as `N/A`. */
  empty: z.array(z.string()).default([]),
  replace: z.array(z.tuple([z.string().min(1), z.string()])).default([]),
  acronyms: z.array(z.string()).default([]),
  key: columns,
  /** Among rows with one key the earliest in `order` wins. */
  prefer: z.strictObject({ column, order: z.array(z.string()).min(1) }).optional(),
  title: text,
  employer: text,
  employerWebsite: text.optional(),
  category: z
    .strictObject({
      from: columns,
      values: translation(categoryId),
      /** Per category: words (beginnings of words) that tell a more specific one. */
      refine: translation(z.array(refinement)).default({}),
    })
    .optional(),
  employmentTypes: z.strictObject({ from: columns, values: translation(z.enum(EMPLOYMENT_TYPES)) }).optional(),
  salary: z
    .union([
      z.strictObject({ text: columns }),
      z.strictObject({
        min: columns.optional(),
        max: columns.optional(),
        period: z
          .union([z.enum(SALARY_PERIODS), z.strictObject({ from: columns, values: translation(z.enum(SALARY_PERIODS)) })])
          .optional(),
        currency: columns.optional(),
      }),
    ])
    .optional(),
  posted: columns.optional(),
  until: columns.optional(),
  places: z
    .strictObject({
      /** All of them are read. */
      from: columns,
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'is no ISO 3166-1 code')
        .optional(),
      /** `US.NY`. */
      region: z
        .string()
        .regex(/^[A-Z]{2}\.\w+$/, 'is no region code such as US.NY')
        .optional(),
      /** Taken where no known place is named. */
      fallback: z.string().optional(),
      abbreviations: translation(z.string()).default({}),
    })
    .optional(),
  /** Texts of a column that mean remote work. */
  remote: z
    .strictObject({ from: columns, values: translation(z.enum(['fully', 'partly'])), countries: z.array(z.string()).default([]) })
    .optional(),
  skills: z.strictObject({ from: columns, separator: z.string().min(1).default(',') }).optional(),
  applyUrl: columns.optional(),
  applyMail: columns.optional(),
  referenceId: columns.optional(),
  description: z.union([
    z.strictObject({ from: columns }),
    z.strictObject({
      /** Built from fields: `{Column}` or `{Column|title}`; a line that names an empty column is left out, a section without lines too. */
      sections: z
        .array(
          z.strictObject({ heading: z.string().optional(), text: z.array(z.string()).default([]), list: z.array(z.string()).default([]) }),
        )
        .min(1),
      /** Last line: says that the text was built from fields. */
      builtNote: z.string().min(1),
    }),
  ]),
});

export type Mapping = z.output<typeof mappingSchema>;
export type TextRule = Mapping['title'];

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}
