import type { APIContext } from 'astro';
import { inProcess } from '#site/api/in-process.ts';
import { seeSession } from '#site/api/session.ts';
import { visitOf } from '#site/api/visit.ts';
import { doorCookieName } from '#worker/accounts/model/cookie-names.ts';
import type { SessionView } from '#worker/accounts/model/session-view.ts';

const VISITOR: SessionView = { is: 'visitor' };

/** Whether a request comes from a browser in which somebody may be signed in. Only then is anybody asked who. */
export function hasSession({ cookies, site, url }: Pick<APIContext, 'cookies' | 'site' | 'url'>): boolean {
  return cookies.has(doorCookieName('session', site?.origin ?? url.origin));
}

/** Whether a link from a mail was opened in this browser. */
export function hasOpenedLink({ cookies, site, url }: Pick<APIContext, 'cookies' | 'site' | 'url'>): boolean {
  return cookies.has(doorCookieName('link', site?.origin ?? url.origin));
}

/** What a page, and what stands before it, know of a request. */
type Asked = Pick<APIContext, 'isPrerendered' | 'cookies' | 'site' | 'url' | 'locals' | 'request'>;

/** Who is signed in, asked once for each page; null where nobody can say: on pages made before anybody comes, and while the board fails. */
export function whoIsHere(page: Asked): Promise<SessionView | null> {
  if (page.isPrerendered) return Promise.resolve(null);
  if (!hasSession(page)) return Promise.resolve(VISITOR);
  page.locals.session ??= seeSession(inProcess, visitOf(page.request)).catch(() => null);
  return page.locals.session;
}
