import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { browserKind } from '#worker/accounts/model/browser-kind.ts';
import { doorCookieName } from '#worker/accounts/model/cookie-names.ts';
import type { Visit } from '#worker/accounts/model/visit.ts';
import type { AppEnv } from '#worker/http/app-env.ts';
import { clientCountry } from '#worker/http/client-country.ts';
import { clientNetwork } from '#worker/http/client-network.ts';
import { isMember } from '#worker/kernel/actor.ts';
import { isSecret } from '#worker/kernel/secret.ts';

/** What use cases about accounts may know of a request. */
export async function visitOf(c: Context<AppEnv>): Promise<Visit> {
  const { container, actor } = c.var;
  return {
    browser: browserKind(c.req.header('User-Agent')),
    country: clientCountry(c.req.raw),
    network: await container.networkHash(clientNetwork(c.req.raw).exact),
    knownBrowser: secretIn(getCookie(c, doorCookieName('known-browser', container.publicUrl))),
    sessionId: isMember(actor) ? actor.sessionId : null,
  };
}

/** Null for what this board cannot have given. */
function secretIn(text = ''): string | null {
  return isSecret(text) ? text : null;
}
