import type { OutboxRepository } from '#db/repositories/outbox.ts';

type EngineName = Parameters<OutboxRepository['waiting']>[0];

/** What waits longer than this is not being fed: the tick comes every minute. */
const LATE_SECONDS = 600;

export interface CheckHealthContext {
  readonly now: number;
  readonly engines: readonly EngineName[];
  readonly outbox: Pick<OutboxRepository, 'waiting'>;
}

export interface Health {
  readonly status: 'ok' | 'degraded' | 'down';
  readonly database: 'ok' | 'down';
  readonly search: Readonly<Record<string, EngineHealth>>;
}

interface EngineHealth {
  readonly status: 'ok' | 'late' | 'trouble';
  readonly waiting: number;
  /** Age of the oldest change that the engine has not seen. */
  readonly outboxAgeSeconds: number;
}

/** Whether the board can answer. `degraded`: it can, but an engine lags behind or cannot be fed. */
export async function checkHealth(context: CheckHealthContext): Promise<Health> {
  const found = await Promise.allSettled(context.engines.map((engine) => checkEngine(context, engine)));
  const search = found.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (search.length < found.length) return { status: 'down', database: 'down', search: {} };
  const well = search.every(([, { status }]) => status === 'ok');
  return { status: well ? 'ok' : 'degraded', database: 'ok', search: Object.fromEntries(search) };
}

async function checkEngine({ now, outbox }: CheckHealthContext, engine: EngineName): Promise<readonly [EngineName, EngineHealth]> {
  const { count, since, trouble } = await outbox.waiting(engine);
  const outboxAgeSeconds = since === null ? 0 : Math.max(0, Math.round((now - since) / 1000));
  const status = trouble !== null ? 'trouble' : outboxAgeSeconds > LATE_SECONDS ? 'late' : 'ok';
  return [engine, { status, waiting: count, outboxAgeSeconds }];
}
