import { board } from '#worker/board/model/this-board.ts';
import type { Wiring } from '#worker/container/accounts.ts';
import { fetchPublic } from '#worker/outside/fetch-public.ts';
import { lookUpName } from '#worker/outside/look-up-name.ts';
import type { NameAsked } from '#worker/outside/model/dns-message.ts';

/** What asks addresses that people name: nothing else of the board does. */
export function outsideParts({ config: { publicUrl } }: Pick<Wiring, 'config'>) {
  const send = (request: Request) => fetch(request);
  const look = (asked: NameAsked) => lookUpName({ resolver: board.dnsResolver, fetch: send }, asked);
  return {
    lookUpName: look,
    fetchPublic: (address: string) => fetchPublic({ lookUpName: look, fetch: send, userAgent: `${board.name} (+${publicUrl})` }, address),
  };
}
