import { EVERYTHING, type JobQuery } from '#worker/jobs/model/job-query.ts';

/** A search for ads with the words of a title. What would steer a search (quotes, a minus) is only a blank here. */
export function likeTitle(title: string): JobQuery {
  const words = title.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
  return { ...EVERYTHING, words, sort: words === '' ? 'newest' : 'relevance' };
}
