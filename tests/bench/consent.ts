import { type Timing, timing } from '#tests/bench/measure.ts';
import { anAct } from '#tests/support/consent.ts';

/** Times choices of so many visitors, each with a browser of their own, recorded one after another on one chain. */
export async function measureConsent(origin: string, times: number): Promise<Timing> {
  const taken: number[] = [];
  for (let index = -5; index < times; index += 1) {
    const body = JSON.stringify(await anAct());
    const from = performance.now();
    const response = await fetch(`${origin}/api/consent`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', origin },
      body,
    });
    if (!response.ok) throw new Error(`a choice was answered ${response.status}: ${await response.text()}`);
    if (index >= 0) taken.push(performance.now() - from);
  }
  return timing(taken);
}
