import type { Voice } from '#site/lib/voice.ts';
import type { JobSummary, PlaceView } from '#worker/jobs/model/job-view.ts';

/** `The Bronx, New York`; the country only where there is no region. */
export function placeText({ name, region, country }: PlaceView, { format }: Voice): string {
  const around = region ?? format.country(country);
  return around === name ? name : `${name}, ${around}`;
}

/** Where the work is, for a row: the first place, how many there are, whether it can be done from afar. */
export function whereText(job: JobSummary, voice: Voice): readonly string[] {
  const { t, format } = voice;
  const [first] = job.places;
  return [
    first === undefined ? (job.gig?.areaServed ?? '') : placeText(first, voice),
    job.places.length > 1 ? t('row.places', { count: job.places.length }) : '',
    job.remote === null ? '' : t(job.remote.partly ? 'row.remote.partly' : 'row.remote'),
    job.distanceKm === null || job.distanceKm < 1 ? '' : t('row.away', { distance: format.distance(job.distanceKm) }),
    job.kind === 'gig' ? t('row.gig') : '',
  ].filter((text) => text !== '');
}
