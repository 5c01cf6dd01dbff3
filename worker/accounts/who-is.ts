import type { SessionsRepository } from '#db/repositories/sessions.ts';
import { linkIdOf } from '#worker/accounts/link-tokens.ts';
import { type AccountBehind, memberOf, type OpenedLink } from '#worker/accounts/model/session.ts';
import { isAlive, sessionIdIn } from '#worker/accounts/session-life.ts';
import type { Actor } from '#worker/kernel/actor.ts';
import { sha256 } from '#worker/kernel/hash.ts';

export interface WhoIsContext {
  readonly now: number;
  readonly sessions: Pick<SessionsRepository, 'find' | 'slide' | 'end'>;
}

/** The cookies of a request, as they came. */
export interface CookiesSent {
  readonly session: string | undefined;
  readonly link: string | undefined;
}

export interface Recognised {
  readonly actor: Actor;
  /** Whose session it is; null for everybody else. */
  readonly account: AccountBehind | null;
  /** What a link from a mail has opened in this browser, for members too; null without one. */
  readonly link: OpenedLink | null;
}

const VISITOR: Recognised = { actor: { is: 'visitor' }, account: null, link: null };

/** Who sends a request. Whoever sends no cookie that this board may have given is a visitor, and nothing is asked of the database. */
export async function whoIs({ now, sessions }: WhoIsContext, sent: CookiesSent): Promise<Recognised> {
  const session = sessionIdIn(sent.session);
  const linkId = await linkIdOf(sent.link ?? '');
  if (session === null && linkId === null) return VISITOR;
  const found = await sessions.find({ sessionId: session === null ? null : await sha256(session), linkId, now });
  const { link } = found;
  const isIn = session !== null && found.session !== null && (await isAlive({ now, sessions }, { id: session, found: found.session }));
  if (isIn && found.session !== null) return { actor: memberOf(found.session), account: found.session.account, link };
  return link === null ? VISITOR : { actor: { is: 'guest', link }, account: null, link };
}
