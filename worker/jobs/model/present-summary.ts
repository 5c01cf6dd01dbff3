import { jobPath } from '#worker/jobs/model/addresses.ts';
import { highlight, snippet } from '#worker/jobs/model/highlight.ts';
import type { GigDetails, PublicJob } from '#worker/jobs/model/job-posting.ts';
import type { GigView, JobSummary } from '#worker/jobs/model/job-view.ts';
import type { Area } from '#worker/jobs/model/places.ts';
import { inUnits, presentSalary } from '#worker/jobs/model/present-salary.ts';
import { distanceKm } from '#worker/jobs/model/search-area.ts';
import type { SearchWords } from '#worker/jobs/model/search-words.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';

export interface SummaryContext {
  /** Origin of the board. */
  readonly publicUrl: string;
  readonly words: SearchWords;
  readonly area: Area | null;
}

/** An ad as one entry of a list: built field by field from what is public. */
export function presentSummary(job: PublicJob, { publicUrl, words, area }: SummaryContext): JobSummary {
  const excerpt = snippet(job.description, { words, language: job.language });
  return {
    id: job.id,
    url: `${publicUrl}${jobPath(job)}`,
    title: job.title,
    kind: job.kind,
    language: job.language,
    employer: { name: job.employer.name, slug: job.employer.slug },
    places: job.places.map(({ name, region, country }) => ({ name, region, country })),
    remote: job.remote === null ? null : { countries: job.remote.countries, partly: job.remote.partly },
    salary: presentSalary(job.salary),
    unpaid: isUnpaid(job),
    gig: job.details?.gig ? presentGig(job.details.gig) : null,
    employmentTypes: job.employmentTypes,
    postedAt: isoTime(job.postedAt),
    validThrough: job.validThrough === null ? null : isoTime(job.validThrough),
    snippet: excerpt.text,
    marks: { title: highlight(job.title, words, job.language), snippet: excerpt.marks },
    distanceKm: nearest(job, area),
  };
}

/** Written here, where pay is asked of everything but volunteers' work: what an import does not say may be paid all the same. */
function isUnpaid({ kind, salary, source, employmentTypes }: PublicJob): boolean {
  return kind === 'job' && salary === null && source === null && employmentTypes.includes('volunteer');
}

function presentGig({ by, areaServed, availability, price: { currency, min, max, unit } }: GigDetails): GigView {
  return { by, areaServed, availability, price: { currency, min: inUnits(min, currency), max: inUnits(max, currency), unit } };
}

/** Distance of the nearest place from the centre of the search, to a tenth of a kilometre. */
function nearest(job: PublicJob, area: Area | null): number | null {
  if (area?.kind !== 'circle') return null;
  const distances = job.places.flatMap(({ lat, lng }) => (lat === null || lng === null ? [] : [distanceKm(area, { lat, lng })]));
  return distances.length === 0 ? null : Math.round(Math.min(...distances) * 10) / 10;
}
