import type { OpenAPIHono } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { AppEnv } from '#worker/http/app-env.ts';
import { OPEN_ROUTES } from '#worker/http/open-routes.ts';
import { X_ACTORS } from '#worker/http/who.ts';
import { ACTOR_KINDS, type Actor, type ActorKind, isMember, STAFF } from '#worker/kernel/actor.ts';
import { DomainError, signInFirst } from '#worker/kernel/errors.ts';

/** What each route states, by method and path: `GET /api/jobs/{id}`. */
export type Statements = ReadonlyMap<string, readonly ActorKind[]>;

/** Holds every route to what it states about who may ask it. A route that states nothing answers nobody. */
export function authorise(app: OpenAPIHono<AppEnv>) {
  let statements: Statements | null = null;
  return createMiddleware<AppEnv>(async (c, next) => {
    statements ??= statementsOf(app);
    const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL');
    if (route !== undefined) refuse(c.var.actor, statements.get(`${route.method} ${patternOf(route.path)}`), c.req.path);
    await next();
  });
}

/** The statements of all routes: those of the API from their descriptions, those of files for machines from a list. */
export function statementsOf(app: OpenAPIHono<AppEnv>): Statements {
  const described = app.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return [];
    const { method, path, [X_ACTORS]: kinds } = definition.route;
    return isKinds(kinds) ? [[`${method.toUpperCase()} ${path}`, kinds] as const] : [];
  });
  return new Map([...OPEN_ROUTES.map((route) => [route, ACTOR_KINDS] as const), ...described]);
}

/** A route's path as its description writes it: `/api/jobs/{id}` for `/api/jobs/:id`. */
export function patternOf(path: string): string {
  return path.replace(/^\/sitemaps\/:file.*$/, '/sitemaps/{part}.xml').replaceAll(/:(\w+)/g, '{$1}');
}

function isKinds(value: unknown): value is readonly ActorKind[] {
  return Array.isArray(value) && value.every((kind) => ACTOR_KINDS.some((known) => known === kind));
}

function refuse(actor: Actor, kinds: readonly ActorKind[] | undefined, path: string): void {
  if (kinds === undefined) throw new DomainError('forbidden', 'Nobody may ask this: it does not say who may.');
  if (!kinds.includes(actor.is)) throw notFor(actor);
  if (needsFactor(actor) && !WITHOUT_FACTOR.test(path) && !kinds.includes('visitor'))
    throw new DomainError('forbidden', 'Set up a second factor under /account/security first: your role needs one.');
}

function notFor(actor: Actor): DomainError {
  if (isMember(actor)) return new DomainError('forbidden', 'This is not for your kind of account.');
  return signInFirst();
}

/** What whoever has to set up a second factor may ask before: the way there, and the way out. */
const WITHOUT_FACTOR = /^\/api\/(prove|sign-out|account\/(factors|passkeys|sessions|deletion|delete))(\/|$)/;

/** Staff see the data of others: a password alone does not do. */
function needsFactor(actor: Actor): boolean {
  return isMember(actor) && STAFF.includes(actor.is) && actor.proof === 'password';
}
