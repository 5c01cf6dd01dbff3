import type { OutboxRepository } from '#db/repositories/outbox.ts';
import type { EngineName } from '#db/repositories/outbox-pending.ts';
import { isoTime } from '#worker/kernel/iso-time.ts';
import type { EnginesView } from '#worker/staff/model/board-view.ts';

export interface SeeEnginesContext {
  readonly engines: readonly EngineName[];
  readonly outbox: Pick<OutboxRepository, 'waiting' | 'isFilled'>;
}

/** How far each search engine has come. */
export async function seeEngines({ engines, outbox }: SeeEnginesContext): Promise<EnginesView> {
  const seen = engines.map(async (name) => {
    const [{ count, since, trouble }, isFilled] = await Promise.all([outbox.waiting(name), outbox.isFilled(name)]);
    return { name, waiting: count, since: since === null ? null : isoTime(since), trouble, isFilled };
  });
  return { engines: await Promise.all(seen) };
}
