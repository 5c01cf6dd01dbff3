import type { KnownBrowsersRepository } from '#db/repositories/known-browsers.ts';
import { doorCookieText } from '#worker/accounts/model/cookie-names.ts';
import { isNewDevice } from '#worker/accounts/model/known-browser.ts';
import type { StoredSession } from '#worker/accounts/model/session.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import { beginSession, type NewSession } from '#worker/accounts/session-life.ts';
import type { Proof, Role } from '#worker/kernel/actor.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import { newId } from '#worker/kernel/random.ts';
import { newSecret } from '#worker/kernel/secret.ts';
import type { MailOrder, PreparedMail } from '#worker/mail/model/mail-facts.ts';
import { BROWSER_KNOWN, SESSION_LASTS } from '#worker/promises/model/account-periods.ts';
import { after, type Duration } from '#worker/promises/model/duration.ts';

export interface StartSessionContext {
  readonly now: number;
  readonly publicUrl: string;
  readonly knownBrowsers: KnownBrowsersRepository;
  readonly prepareMail: (order: MailOrder) => Promise<PreparedMail>;
}

/** Somebody who has proven who they are. */
export interface Proven {
  readonly account: {
    readonly id: string;
    readonly role: Role;
    readonly email: string;
    readonly language: string;
    /** What the password was compared with, where it was asked for. */
    readonly passwordHash?: string;
  };
  readonly proof: Proof;
  readonly visit: Visit;
}

export interface SessionStarted {
  /** For `Set-Cookie`. */
  readonly cookies: readonly string[];
}

/**
 * Signs somebody in, whom the caller has asked for every proof that their account needs. One batch: the session, in the place of one that the
 * same browser was in; the line of activity; the browser that is known from now on; and a mail where it was new.
 */
export async function startSession(context: StartSessionContext, proven: Proven): Promise<SessionStarted> {
  const { now, publicUrl, knownBrowsers } = context;
  const { account, visit } = proven;
  const cookieBefore = visit.knownBrowser;
  const standing = await knownBrowsers.standing({ id: cookieBefore === null ? null : await sha256(cookieBefore), accountId: account.id });
  const browser = standing.isOurs && cookieBefore !== null ? cookieBefore : newSecret();
  const write = async (begun: NewSession) => {
    const session = rowOf(context, proven, begun);
    const mails = isNewDevice(standing, visit, now) ? [await newDeviceMail(context, { proven, session })] : [];
    const { browser: kind, country } = session;
    const line = { accountId: account.id, at: now, kind: 'signed-in', details: { browser: kind, country } } as const;
    const passwordHash = account.passwordHash ?? null;
    const written = { session, passwordHash, replaced: visit.sessionId, browserId: await sha256(browser), line, mails };
    if (!(await knownBrowsers.signIn(written))) throw new DomainError('unauthenticated', 'Your account has just changed. Sign in again.');
  };
  const id = await beginSession({ now, account, write });
  return {
    cookies: [
      doorCookieText({ publicUrl, name: 'session', value: id, maxAge: secondsOf(now, SESSION_LASTS[account.role].atMost) }),
      doorCookieText({ publicUrl, name: 'known-browser', value: browser, maxAge: secondsOf(now, BROWSER_KNOWN) }),
    ],
  };
}

function rowOf({ now }: StartSessionContext, { account, proof, visit }: Proven, begun: NewSession): StoredSession {
  const { browser, country } = visit;
  const started = { createdAt: now, seenAt: now, provenAt: now };
  return { ...begun, ...started, accountId: account.id, handle: newId(), role: account.role, proof, browser, country };
}

interface SignedInAnew {
  readonly proven: Proven;
  readonly session: StoredSession;
}

function newDeviceMail({ now, prepareMail }: StartSessionContext, { proven: { account }, session }: SignedInAnew): Promise<PreparedMail> {
  const { handle, browser, country } = session;
  return prepareMail({
    kind: 'new-device',
    key: `new-device/${handle}`,
    to: account.email,
    accountId: account.id,
    language: account.language,
    facts: { at: now, browser, country },
    network: null,
  });
}

function secondsOf(now: number, duration: Duration): number {
  return Math.round((after(now, duration) - now) / 1000);
}
