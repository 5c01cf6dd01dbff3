import { defineMiddleware } from 'astro:middleware';
import type { APIContext } from 'astro';
import { UnexpectedAnswer } from '#site/api/api-client.ts';
import { goOn } from '#site/lib/act.ts';
import { asksWho, pageAccess } from '#site/lib/page-access.ts';
import { pathsOfPage } from '#site/lib/page-voice.ts';
import { hasOpenedLink, hasSession, whoIsHere } from '#site/lib/who-is-here.ts';
import { newId } from '#worker/kernel/random.ts';

/** A page that fails becomes the error page, with a reference that the log knows. Results are not kept without asking: an ad may end at any time. */
export const onRequest = defineMiddleware(async (context, next) => {
  try {
    const response = (await turnedAway(context)) ?? (await next());
    return context.isPrerendered ? response : kept(await whole(response), hasSession(context));
  } catch (error) {
    if (context.isPrerendered) throw error;
    context.locals.failure = failureOf(error);
    return context.rewrite('/500');
  }
});

/** Whoever may not open a page is shown the way, or that there is nothing; null for whoever may. What only the API knows, it refuses itself. */
async function turnedAway(context: APIContext): Promise<Response | null> {
  const { isPrerendered, routePattern, url } = context;
  if (isPrerendered || !asksWho(routePattern)) return null;
  const session = await whoIsHere(context);
  const paths = pathsOfPage();
  switch (session === null ? 'open' : pageAccess(routePattern, session, hasOpenedLink(context))) {
    case 'open':
      return null;
    case 'sign-in':
      return goOn(paths.signIn(url.pathname + url.search));
    case 'factor':
      return goOn(paths.account('security'));
    case 'missing':
      return context.rewrite('/404');
  }
}

/** Pages leave in one piece: an error halfway through a stream would reach the visitor as half a page that says 200. */
async function whole(response: Response): Promise<Response> {
  return new Response(response.body === null ? null : await response.arrayBuffer(), response);
}

/** Says who may keep a page. It names who is signed in: what was made for them, nobody keeps. */
function kept(page: Response, isSignedIn: boolean): Response {
  if (isSignedIn) page.headers.set('Cache-Control', 'private, no-store');
  if (!page.headers.has('Cache-Control')) page.headers.set('Cache-Control', 'no-cache');
  page.headers.append('Vary', 'Cookie');
  return page;
}

/** What the API refused already has a reference of its own. */
function failureOf(error: unknown): NonNullable<App.Locals['failure']> {
  const known = error instanceof UnexpectedAnswer ? error : null;
  const reference = known?.reference ?? newId();
  if (known?.reference === undefined) console.log(JSON.stringify({ reference, ...traceOf(error) }));
  return { reference, unavailable: known?.status === 503 };
}

/** What kind of error it was and where it came from; its message may hold what a visitor typed. */
function traceOf(error: unknown): { readonly error: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const lines = error.stack?.split('\n') ?? [];
  return { error: error.name, at: lines.flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : [])) };
}
