import { z } from 'zod';
import { ask, type Timing, timing } from '#tests/bench/measure.ts';
import type { ConsentAct } from '#worker/consent/model/consent-exchange.ts';
import { newId } from '#worker/kernel/random.ts';

const seen = z.object({ notice: z.string(), open: z.array(z.string()) });

/** Times choices of so many visitors, each with a browser of their own, recorded one after another on one chain. */
export async function measureConsent(origin: string, times: number): Promise<Timing> {
  const { notice, open } = seen.parse(JSON.parse((await ask(`${origin}/api/consent`)).body));
  const answers = Object.fromEntries(open.map((service) => [service, 'yes' as const]));
  const taken: number[] = [];
  for (let index = -5; index < times; index += 1) {
    const act: ConsentAct = { key: newId(), act: 'accept_all', surface: 'banner', method: 'click', notice, answers };
    const from = performance.now();
    await record(origin, act);
    if (index >= 0) taken.push(performance.now() - from);
  }
  return timing(taken);
}

async function record(origin: string, act: ConsentAct): Promise<void> {
  const response = await fetch(`${origin}/api/consent`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', origin },
    body: JSON.stringify(act),
  });
  const said = await response.text();
  if (!response.ok) throw new Error(`a choice was answered ${response.status}: ${said}`);
}
