import { z } from '@hono/zod-openapi';
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, TOO_MANY, UNAUTHENTICATED } from '#worker/http/error-schema.ts';
import { jsonBody } from '#worker/http/json-exchange.ts';
import { onlyParameters } from '#worker/http/only-parameters.ts';
import { smallJson } from '#worker/http/small-json.ts';
import { who } from '#worker/http/who.ts';
import { STAFF } from '#worker/kernel/actor.ts';

const LARGEST = 32_768;

/** Where staff look at something, and where they do something: what their routes have in common. */
export const STAFF_READS = { ...who(...STAFF), method: 'get' as const, middleware: [onlyParameters()] };
export const STAFF_ACTS = { ...who(...STAFF), method: 'post' as const, middleware: [onlyParameters(), ...smallJson(LARGEST)] };

/** The ad, report or objection that a route is about. */
export const SUBJECT = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path', description: 'As the queue says it.' } }) });

/** An act that is a press and nothing more. */
export const NO_WORDS = jsonBody(z.strictObject({}));

export const STAFF_REFUSALS = {
  400: INVALID,
  401: UNAUTHENTICATED,
  403: FORBIDDEN,
  404: NOT_FOUND,
  409: CONFLICT,
  429: TOO_MANY,
};
