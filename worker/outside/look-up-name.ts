import { type DnsAnswer, type NameAsked, readAnswer, writeQuestion } from '#worker/outside/model/dns-message.ts';
import { readAtMost } from '#worker/outside/read-at-most.ts';

export interface LookUpContext {
  /** Address of a name server over HTTPS (RFC 8484); null where the board has none. */
  readonly resolver: string | null;
  readonly fetch: (request: Request) => Promise<Response>;
}

export type LookUpName = (asked: NameAsked) => Promise<DnsAnswer>;

const PATIENCE_MS = 3000;
/** As long as a message of the name system can be. */
const LARGEST = 65_535;
const MESSAGE = 'application/dns-message';

/** Asks the name server what a name holds: the board's own machine looks nothing up. Null where that could not be said. */
export async function lookUpName({ resolver, fetch }: LookUpContext, { name, type }: NameAsked): Promise<DnsAnswer> {
  if (resolver === null) return null;
  const request = new Request(resolver, {
    method: 'POST',
    headers: { 'Content-Type': MESSAGE, Accept: MESSAGE },
    body: writeQuestion(name, type),
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  try {
    const response = await fetch(request);
    const bytes = response.status === 200 ? await readAtMost(response, LARGEST) : null;
    return bytes === null ? null : readAnswer(bytes, type);
  } catch {
    return null;
  }
}
