import autocannon from 'autocannon';

/** Requests a second over 16 connections, with p50 and p99 in ms, for each address. */
export async function measureThroughput(addresses: readonly (readonly [name: string, url: string])[], seconds: number) {
  const table = [['bare workerd, 16 connections', 'requests/s', 'p50 ms', 'p99 ms', 'errors']];
  for (const [name, url] of addresses) {
    const { requests, latency, non2xx, errors } = await autocannon({
      url,
      connections: 16,
      duration: seconds,
      headers: { 'cf-connecting-ip': '192.0.2.7' },
    });
    table.push([name, requests.average.toFixed(0), String(latency.p50), String(latency.p99), String(non2xx + errors)]);
  }
  return table;
}
