import type { JobSummary, SearchView } from '#worker/jobs/model/job-view.ts';

/** A search as a list that feed readers follow. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** The page that shows the same search. */
  readonly page: string;
  /** The feed's own address. */
  readonly self: string;
  readonly language: string;
  readonly updatedAt: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Stays the same for an ad for ever. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly author: string;
  readonly publishedAt: string;
}

export interface FeedContext {
  readonly boardName: string;
  readonly language: string;
  readonly publicUrl: string;
  /** `xml`, `atom` or `json`. */
  readonly format: string;
  /** What the person typed, canonical. */
  readonly query: string;
  readonly now: number;
}

export function feedOf(view: SearchView, { boardName, language, publicUrl, format, query, now }: FeedContext): Feed {
  const tail = query === '' ? '' : `?${query}`;
  const newest = view.jobs
    .map((job) => job.postedAt)
    .sort()
    .at(-1);
  return {
    title: query === '' ? `${boardName}: jobs` : `${boardName}: jobs for ${new URLSearchParams(query).get('q') ?? 'this search'}`,
    description: `The first ${view.jobs.length} of ${view.total} jobs on ${boardName}.`,
    page: `${publicUrl}/jobs${tail}`,
    self: `${publicUrl}/jobs/feed.${format}${tail}`,
    language,
    updatedAt: newest ?? new Date(now).toISOString(),
    entries: view.jobs.map((job) => entryOf(job, publicUrl)),
  };
}

function entryOf(job: JobSummary, publicUrl: string): FeedEntry {
  const places = job.places.map((place) => [place.name, place.region, place.country].filter(Boolean).join(', ')).join('; ');
  return {
    id: `${publicUrl}/jobs/${job.id}`,
    url: job.url,
    title: `${job.title} – ${job.employer.name}`,
    summary: [places, job.snippet].filter((part) => part !== '').join(' · '),
    author: job.employer.name,
    publishedAt: job.postedAt,
  };
}
