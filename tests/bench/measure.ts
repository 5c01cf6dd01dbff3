import { Agent, get } from 'node:http';

/** Milliseconds. */
export interface Timing {
  readonly p50: number;
  readonly p95: number;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One GET over a kept connection, as one client would make it; the client is named as the platform names it. */
export function ask(url: string): Promise<Answer> {
  return new Promise((answered, failed) => {
    get(url, { agent, headers: { 'cf-connecting-ip': '192.0.2.7' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => answered({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }));
    }).on('error', failed);
  });
}

/** Times requests one after another, after a few to warm up. Anything but the wanted status stops the bench. */
export async function timeRequests(urls: readonly string[], times: number): Promise<Timing> {
  const taken: number[] = [];
  for (let index = -5; index < times; index += 1) {
    const url = urls[(index + urls.length * 5) % urls.length] ?? '';
    const from = performance.now();
    const { status } = await ask(url);
    if (status !== 200) throw new Error(`${url} answered ${status}`);
    if (index >= 0) taken.push(performance.now() - from);
  }
  return timing(taken);
}

export function timing(taken: readonly number[]): Timing {
  const sorted = [...taken].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
