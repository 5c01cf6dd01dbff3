import { routePattern } from '#worker/http/route-pattern.ts';
import { isId } from '#worker/kernel/random.ts';

/** The id of the ad whose page was shown by this answer; null for every other answer. */
export function shownAd(request: Request, response: Response): string | null {
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET' || response.status !== 200 || routePattern(pathname) !== '/jobs/{slug}-{id}') return null;
  const id = pathname.slice(pathname.lastIndexOf('-') + 1);
  return isId(id) ? id : null;
}
