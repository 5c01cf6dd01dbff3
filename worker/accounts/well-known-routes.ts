import { Hono } from 'hono';
import type { AppEnv } from '#worker/http/app-env.ts';

/** Where password managers ask for the page on which a password is changed. */
export const wellKnownRoutes = new Hono<AppEnv>().get('/.well-known/change-password', (c) => c.redirect('/account/password', 303));
