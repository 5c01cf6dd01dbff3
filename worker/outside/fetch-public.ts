import type { LookUpName } from '#worker/outside/look-up-name.ts';
import { readOutsideAddress } from '#worker/outside/model/outside-address.ts';
import type { OutsideAnswer } from '#worker/outside/model/outside-answer.ts';
import { isPublicIpv4, isPublicIpv6 } from '#worker/outside/model/public-address.ts';
import { readAtMost } from '#worker/outside/read-at-most.ts';

export interface FetchPublicContext {
  readonly lookUpName: LookUpName;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Who asks, for whoever reads the log over there: the board's name and address. */
  readonly userAgent: string;
}

const PATIENCE_MS = 3000;
const LARGEST = 64 * 1024;

/**
 * The only way by which the board asks an address that people name. It goes to public machines alone: every address behind the name is
 * looked at first. Between that and the asking a name could be turned to another machine, which would have to show a certificate for the
 * name before it hears a word.
 */
export async function fetchPublic(context: FetchPublicContext, address: string): Promise<OutsideAnswer> {
  const url = readOutsideAddress(address);
  if (url === null) return { is: 'refused' };
  const standing = await standingOf(context, url.hostname);
  if (standing !== 'public') return { is: standing };
  const request = new Request(url, {
    headers: { 'User-Agent': context.userAgent, Accept: 'text/*;q=1, */*;q=0.1' },
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  try {
    return await answerOf(await context.fetch(request));
  } catch {
    return { is: 'silent' };
  }
}

/** Whether all machines behind a name are public ones: a single other one is enough to stay away. */
async function standingOf({ lookUpName }: FetchPublicContext, name: string) {
  const [four, six] = await Promise.all([lookUpName({ name, type: 'A' }), lookUpName({ name, type: 'AAAA' })]);
  if (four === null || six === null) return 'not-tried';
  if (four.length + six.length === 0) return 'unknown-name';
  return four.every(isPublicIpv4) && six.every(isPublicIpv6) ? 'public' : 'refused';
}

async function answerOf(response: Response): Promise<OutsideAnswer> {
  const bytes = await readAtMost(response, LARGEST);
  if (bytes === null) return { is: 'too-long' };
  const { status, headers } = response;
  return {
    is: 'answer',
    status,
    type: headers.get('Content-Type') ?? '',
    location: headers.get('Location'),
    text: new TextDecoder().decode(bytes),
  };
}
