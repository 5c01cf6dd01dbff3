import { isIP } from 'node:net';
import { membership, plainAddress } from '#worker/local/network.ts';

export interface FrontSettings {
  /** The origin that this board answers at. */
  readonly publicUrl: string;
  readonly demonstration: boolean;
  readonly trustedProxies: readonly string[];
}

/** What the front looks at, of one request. */
export interface Arrival {
  readonly method: string;
  /** As on the request line. */
  readonly target: string;
  readonly host: string | undefined;
  /** Name, value, name, value, … as they came. */
  readonly rawHeaders: readonly string[];
  /** Of the socket. */
  readonly sender: string;
}

export type Decision =
  | { readonly kind: 'pass'; readonly headers: readonly string[] }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'refuse'; readonly status: 400 | 404 | 421; readonly message: string };

/** Said by this machine's own connection only: never passed on from a client. `mf-` steers the local runtime. */
const DROPPED =
  /^(cf-.*|mf-.*|x-forwarded-.*|forwarded|x-real-ip|true-client-ip|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect)$/i;

/** The rules of the door, made once for a board: what becomes of a request that reaches this machine. */
export function frontRules({ publicUrl, demonstration, trustedProxies }: FrontSettings): (arrival: Arrival) => Decision {
  const here = new URL(publicUrl);
  const isTrusted = membership(trustedProxies);
  return (arrival) => {
    const path = pathOf(arrival.target);
    if (path === null) return { kind: 'refuse', status: 400, message: 'The request line does not hold a path.' };
    if (countOf(arrival.rawHeaders, 'host') > 1) return { kind: 'refuse', status: 400, message: 'The request names more than one host.' };
    if (isRuntimePath(path)) return { kind: 'refuse', status: 404, message: 'There is nothing here.' };
    if (path !== '/healthz' && hostOf(arrival.host, here) !== here.host) return elsewhere(arrival, { here, demonstration });
    return { kind: 'pass', headers: [...cleaned(arrival.rawHeaders), 'CF-Connecting-IP', clientAddress(arrival, isTrusted)] };
  };
}

function elsewhere({ method, target, host }: Arrival, { here, demonstration }: { here: URL; demonstration: boolean }): Decision {
  const isNumeric = host === `127.0.0.1:${portOf(here)}` || host === `[::1]:${portOf(here)}`;
  if (demonstration && isNumeric && (method === 'GET' || method === 'HEAD'))
    return { kind: 'redirect', location: `${here.origin}${target}` };
  return { kind: 'refuse', status: 421, message: `This board answers at ${here.origin} only.` };
}

/** The path of a target in origin form, normalised; null for any other form. */
function pathOf(target: string): string | null {
  if (!target.startsWith('/')) return null;
  const url = URL.parse(`http://front${target}`);
  return url === null ? null : url.pathname;
}

/** The local runtime keeps doors of its own there: a scheduler to fire, stored files to read. */
function isRuntimePath(path: string): boolean {
  return /^\/+cdn-cgi(\/|$)/i.test(decoded(path));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The host as the board's own scheme writes it: without the port that it implies. */
function hostOf(host: string | undefined, here: URL): string | null {
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host)) return null;
  return URL.parse(`${here.protocol}//${host}`)?.host ?? null;
}

function portOf(url: URL): string {
  return url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
}

function countOf(rawHeaders: readonly string[], wanted: string): number {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === wanted).length;
}

function cleaned(rawHeaders: readonly string[]): readonly string[] {
  return rawHeaders.filter((_, index) => !DROPPED.test(rawHeaders[index - (index % 2)] ?? ''));
}

function clientAddress({ rawHeaders, sender }: Arrival, isTrusted: (address: string) => boolean): string {
  const address = plainAddress(sender);
  if (!isTrusted(address)) return address;
  const named = plainAddress(lastForwarded(rawHeaders));
  return isIP(named) === 0 ? address : named;
}

function lastForwarded(rawHeaders: readonly string[]): string {
  const values = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'x-forwarded-for');
  return values.join(',').split(',').at(-1)?.trim() ?? '';
}
