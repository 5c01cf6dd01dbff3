import type { Network } from '#worker/relay/model/network.ts';

const UNKNOWN: Network = { exact: 'unknown', wider: 'unknown' };

/** Reads the platform's own header, the only one a client cannot choose. Requests without it share one count. */
export function clientNetwork(request: Request): Network {
  const address = request.headers.get('CF-Connecting-IP')?.trim() ?? '';
  return address.includes(':') ? ofIpv6(address) : ofIpv4(address);
}

function ofIpv4(address: string): Network {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part))) return UNKNOWN;
  return { exact: `4:${address}`, wider: `4:${parts.slice(0, 3).join('.')}` };
}

function ofIpv6(address: string): Network {
  const host = `http://[${address}]`;
  if (!/^[0-9a-f:.]+$/i.test(address) || !URL.canParse(host)) return UNKNOWN;
  const groups = groupsOf(new URL(host).hostname.slice(1, -1));
  const mapped = mappedIpv4(groups);
  if (mapped !== null) return ofIpv4(mapped);
  return { exact: `6:${groups.slice(0, 4).join(':')}`, wider: `6:${groups.slice(0, 3).join(':')}` };
}

/** The eight groups of an address in canonical form. */
function groupsOf(canonical: string): readonly string[] {
  const [before = '', after] = canonical.split('::');
  const left = before === '' ? [] : before.split(':');
  if (after === undefined) return left;
  const right = after === '' ? [] : after.split(':');
  return [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
}

/** An IPv4 client that was reached over an IPv6 socket (`::ffff:192.0.2.1`). */
function mappedIpv4(groups: readonly string[]): string | null {
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return null;
  const bytes = groups.slice(6).flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
  return bytes.join('.');
}
