import { placeText } from '#site/lib/place-text.ts';
import type { Voice } from '#site/lib/voice.ts';
import type { JobDetail } from '#worker/jobs/model/job-view.ts';

export interface Fact {
  readonly term: string;
  readonly values: readonly string[];
  /** An outside page about it. */
  readonly href?: string | undefined;
}

/** What an ad says in a word or two, in the order in which people ask. What it does not say is left out. */
export function factsOf(job: JobDetail, voice: Voice): readonly Fact[] {
  const { t, format } = voice;
  const { gig, agreement } = job;
  const facts: readonly Fact[] = [
    { term: t('job.employment'), values: job.employmentTypes.map((type) => t(`search.type.${type}`)) },
    { term: t('job.kind'), values: job.kind === 'gig' ? [t(gig === null ? 'row.gig' : `job.gig.${gig.by}`)] : [] },
    { term: t('job.gig.area'), values: gig === null ? [] : [gig.areaServed] },
    { term: t('job.gig.available'), values: gig === null ? [] : [gig.availability] },
    { term: t(job.places.length > 1 ? 'job.places' : 'job.place'), values: job.places.map((place) => placeText(place, voice)) },
    { term: t('job.working'), values: job.remote === null ? [] : [remoteText(job.remote, voice)] },
    { term: t('job.agreement'), values: agreement === null ? [] : [agreement.name], href: agreement?.url ?? undefined },
    { term: t('job.field'), values: job.category.label === '' ? [] : [job.category.label] },
    { term: t('job.skills'), values: job.skills.length === 0 ? [] : [job.skills.join(', ')] },
    { term: t('job.posted'), values: [format.day(job.postedAt)] },
    ...ends(job, voice),
    { term: t('job.reference'), values: job.referenceId === null ? [] : [job.referenceId] },
  ];
  return facts.filter(({ values }) => values.length > 0);
}

/** The last day of applying, and the day on which the ad leaves where that is sooner or the ad names none. */
function ends({ kind, validThrough, publicUntil }: JobDetail, { t, format }: Voice): readonly Fact[] {
  const leavesBefore = validThrough === null || publicUntil < validThrough;
  return [
    { term: t(kind === 'gig' ? 'job.gig.until' : 'job.until'), values: validThrough === null ? [] : [format.day(validThrough)] },
    { term: t('job.leaves'), values: leavesBefore ? [format.day(publicUntil)] : [] },
  ];
}

function remoteText({ countries, partly }: NonNullable<JobDetail['remote']>, { t, format }: Voice): string {
  if (countries.length === 0) return t(partly ? 'job.remote.partly' : 'job.remote');
  return t(partly ? 'job.remote.partly.in' : 'job.remote.in', { countries: format.anyOf(countries.map(format.country)) });
}
