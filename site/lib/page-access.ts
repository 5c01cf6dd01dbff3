import { PAGE_ACTORS } from '#site/lib/page-actors.ts';
import type { SessionView } from '#worker/accounts/model/session-view.ts';
import { type ActorKind, STAFF } from '#worker/kernel/actor.ts';

/** `sign-in`: for members, and nobody is signed in. `factor`: staff who have to set up a second factor first. `missing`: not for this kind of account. */
export type PageAccess = 'open' | 'sign-in' | 'factor' | 'missing';

/** Whether a page asks who comes. One that states nothing asks, and opens to nobody. */
export function asksWho(pattern: string): boolean {
  return PAGE_ACTORS.get(pattern)?.includes('visitor') !== true;
}

/** Whether somebody may open a page, signed in or by a link from a mail that this browser has opened: what that link is good for, the API knows. */
export function pageAccess(pattern: string, session: SessionView, hasLink = false): PageAccess {
  const kinds = PAGE_ACTORS.get(pattern) ?? [];
  if (session.is === 'visitor' && hasLink && kinds.includes('guest')) return 'open';
  if (kinds.includes(session.is)) return lacksFactor(session) && !WITHOUT_FACTOR.test(pattern) ? 'factor' : 'open';
  return session.is === 'visitor' && kinds.length > 0 ? 'sign-in' : 'missing';
}

/** The way to a second factor, and the way out: deleting an account is refused to nobody. */
const WITHOUT_FACTOR = /^\/account\/(security|prove|sessions|privacy\/delete)(\/|$)/;

function lacksFactor(session: SessionView): boolean {
  return session.is !== 'visitor' && isStaff(session.is) && session.proof === 'password';
}

function isStaff(kind: ActorKind): boolean {
  return STAFF.some((role) => role === kind);
}
