import type { Board } from '#worker/board/model/board.ts';
import { LaunchRefusal } from '#worker/local/launch-refusal.ts';
import { isLoopback } from '#worker/local/network.ts';
import type { Settings } from '#worker/local/settings.ts';
import { isAmongHosts } from '#worker/promises/model/host-patterns.ts';

/**
 * Throws a `LaunchRefusal` where a live board would send data to a host that its page of processors does not name. What runs on this
 * machine, or at the board's own address, is nobody else.
 */
export function refuseUndeclaredHosts({ processors }: Board, { publicUrl, database, passedOn }: Settings): void {
  if (publicUrl === null) return;
  const declared = processors.flatMap(({ hosts }) => hosts);
  const called = { DATABASE_URL: database?.url, MEILI_URL: passedOn['MEILI_URL'], SMTP_URL: passedOn['SMTP_URL'] };
  for (const [variable, address] of Object.entries(called)) {
    const host = address === undefined ? null : new URL(address).hostname;
    if (host === null || isLoopback(host) || host === new URL(publicUrl).hostname || isAmongHosts(host, declared)) continue;
    throw new LaunchRefusal(
      `${variable} names ${host}, which no processor in the board file has among its hosts: enter whoever runs it in processors, with this host.`,
    );
  }
}
