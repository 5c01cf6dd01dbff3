import { z } from 'zod';
import type { FreshDatabase } from '#tests/support/database.ts';
import { memoryBucket } from '#tests/support/file-bucket.ts';
import { seededDatabase } from '#tests/support/seeded-database.ts';
import { createApp } from '#worker/app.ts';
import { configOf } from '#worker/config.ts';
import { createContainer } from '#worker/container.ts';
import type { Env } from '#worker/env.ts';
import { answer } from '#worker/http/answer.ts';
import { searchView } from '#worker/jobs/model/view-schemas.ts';

export const ORIGIN = 'https://board.example';
export const SECRET = 'a secret that only the tests know, and long';

export interface ApiBoard {
  readonly database: FreshDatabase;
  readonly env: Env;
  /** The time the board believes in. */
  readonly now: number;
  /** Asks from outside, as a browser or program would. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** The search of these parameters; its answer must be of the documented shape, without a field more. */
  search(parameters: string): Promise<z.output<typeof searchView>>;
  /** An error of the one shape, with its status. */
  refused(path: string, init?: RequestInit): Promise<{ readonly status: number; readonly error: z.output<typeof errorShape>['error'] }>;
  /** Brings the search index up to date. */
  sync(): Promise<void>;
  readonly logs: string[];
  close(): Promise<void>;
}

const strict = searchView.strict();
const errorShape = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string().min(10),
    field: z.string().optional(),
    fields: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
    reference: z.string().optional(),
  }),
});

const plenty = { limit: async () => ({ success: true }) };
const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} };

/** The API in this process, with everything a request passes through, on a database of its own with the demonstration's ads. */
export async function apiBoard({ vars = {} }: { readonly vars?: Partial<Env> } = {}): Promise<ApiBoard> {
  const database = await seededDatabase();
  const now = Date.now();
  const clock = () => now;
  const logs: string[] = [];
  const log = (line: string) => logs.push(line);
  const env: Env = {
    DATABASE_URL: database.address.url,
    DATABASE_TOKEN: database.address.token,
    PUBLIC_URL: ORIGIN,
    SECRET,
    RATE_EXACT: plenty,
    RATE_WIDER: plenty,
    FILES: memoryBucket(),
    ...vars,
  };
  const app = createApp({ clock, log });
  const pages = () => new Response('a page');
  const ask = (path: string, init: RequestInit = {}) =>
    answer(new Request(`${ORIGIN}${path}`, init), { env, context, machines: app.fetch, pages, demonstration: false, clock, log });
  const search = async (parameters: string) => strict.parse(await (await ask(`/api/jobs?${parameters}`)).json());
  const refused = async (path: string, init: RequestInit = {}) => {
    const response = await ask(path, init);
    return { status: response.status, error: errorShape.parse(await response.json()).error };
  };
  const sync = async () => {
    await createContainer(configOf(env), clock).syncSearch();
  };
  await sync();
  return { database, env, now, ask, search, refused, sync, logs, close: database.close };
}
