import { z } from 'zod';
import { CONTACT_KINDS } from '#worker/jobs/model/contacts.ts';
import { EMPLOYMENT_TYPES, GIG_UNITS, JOB_KINDS } from '#worker/jobs/model/job-posting.ts';
import { SORTS } from '#worker/jobs/model/job-query.ts';
import { SALARY_PERIODS } from '#worker/kernel/money.ts';

/** What the API answers, for its OpenAPI document. The types are those of `model/job-view.ts`. */

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const time = z.iso.datetime();
const marks = list(z.tuple([z.int(), z.int()]).readonly()).meta({ description: 'Half-open ranges of UTF-16 offsets that matched.' });
const employer = z.object({ name: z.string(), slug: z.string().nullable() });
const country = z.string().meta({ description: 'ISO 3166-1 alpha-2', example: 'SE' });

const summaryFields = {
  id: z.string(),
  url: z.url(),
  title: z.string(),
  kind: z.enum(JOB_KINDS),
  language: z.string().meta({ description: 'BCP 47', example: 'en' }),
  employer,
  places: list(z.object({ name: z.string(), region: z.string().nullable(), country })),
  remote: z.object({ countries: list(country), partly: z.boolean() }).nullable(),
  salary: z
    .object({ currency: z.string(), min: z.number().nullable(), max: z.number().nullable(), period: z.enum(SALARY_PERIODS) })
    .nullable(),
  unpaid: z.boolean().meta({ description: 'The ad says that it pays nothing. Without this, no salary means that none is named.' }),
  gig: z
    .object({
      by: z.enum(['person', 'firm']),
      areaServed: z.string(),
      availability: z.string(),
      price: z.object({ currency: z.string(), min: z.number(), max: z.number(), unit: z.enum(GIG_UNITS) }),
    })
    .nullable()
    .meta({ description: 'What a self-employment advert says of itself; null for a vacancy.' }),
  employmentTypes: list(z.enum(EMPLOYMENT_TYPES)),
  postedAt: time,
  validThrough: time.nullable(),
  snippet: z.string(),
  marks: z.object({ title: marks, snippet: marks }),
  distanceKm: z.number().nullable(),
};

export const verifiedView = z
  .object({ domain: z.string(), since: time })
  .nullable()
  .meta({ description: 'The domain that the employer has proved to be its own, and since when.' });

export const jobSummary = z.object(summaryFields).meta({ id: 'JobSummary' });

const placeFields = { id: z.string(), label: z.string(), name: z.string(), region: z.string().nullable(), country };

export const placeChoice = z.object(placeFields).meta({ id: 'PlaceChoice' });

const facetValue = z.object({ value: z.string(), label: z.string(), count: z.int(), selected: z.boolean() }).meta({ id: 'FacetValue' });

export const searchView = z
  .object({
    total: z.int().meta({ description: 'The full count.' }),
    about: z.boolean().meta({ description: 'True when the total or a facet count is an estimate.' }),
    page: z.int(),
    pages: z.int(),
    jobs: list(jobSummary),
    facets: z.record(z.string(), list(facetValue)),
    didYouMean: z.string().nullable(),
    engine: z.enum(['embedded', 'meilisearch']),
    degraded: z.boolean(),
    place: z.object({ ...placeFields, radiusKm: z.number().nullable(), others: list(placeChoice) }).nullable(),
    sort: z.enum(SORTS),
    sortCurrency: z.string().nullable(),
    withoutPay: z.int(),
    currencies: list(z.string()),
    query: z.string(),
  })
  .meta({ id: 'Search' });

export const jobDetail = z
  .object({
    ...summaryFields,
    description: z.string().meta({ description: 'Markdown' }),
    descriptionHtml: z.string(),
    category: z.object({ id: z.string(), label: z.string() }),
    skills: list(z.string()),
    apply: z.union([z.object({ by: z.literal('url'), url: z.string() }), z.object({ by: z.enum(['mail', 'here', 'reference']) })]),
    contact: z
      .object({ shows: list(z.enum(CONTACT_KINDS)), takesMessages: z.boolean() })
      .meta({ description: 'What POST /api/jobs/{id}/contact shows, and whether POST /api/jobs/{id}/relay hands a message on.' }),
    referenceId: z.string().nullable(),
    source: z.object({ name: z.string(), datesMovedDays: z.int() }).nullable(),
    employerWebsite: z.string().nullable(),
    employerLogo: z.string().nullable().meta({ description: 'Path of its picture.' }),
    employerVerified: verifiedView,
    payReason: z.string().nullable(),
    agreement: z.object({ name: z.string(), url: z.string().nullable() }).nullable(),
    pictureId: z.string().nullable(),
    publicUntil: time,
    updatedAt: time,
    jobPosting: z
      .record(z.string(), z.unknown())
      .readonly()
      .nullable()
      .meta({ description: 'schema.org JobPosting; null for self-employment' }),
    service: z.record(z.string(), z.unknown()).readonly().nullable().meta({ description: 'schema.org Service; null for a vacancy' }),
    similar: list(jobSummary),
    fromEmployer: list(jobSummary),
  })
  .meta({ id: 'Job' });

export const goneAnswer = z
  .object({
    error: z.object({ code: z.literal('gone'), message: z.string() }),
    gone: z.discriminatedUnion('why', [
      z.object({ title: z.string(), employer, why: z.enum(['stopped', 'expired']), alternatives: list(jobSummary) }),
      z.object({ why: z.literal('deleted') }).meta({ description: 'By its author. Nothing else of it is known any more' }),
    ]),
  })
  .meta({ id: 'Gone' });
