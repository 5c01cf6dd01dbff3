/** Ranges of IPv4 that lead to no public machine (IANA, special-purpose registry), as first address and length of the prefix. */
const NOT_PUBLIC: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** The same of IPv6 within 2000::/3; everything outside of that is none. Some of them carry an address of IPv4 that nobody would look at. */
const NOT_PUBLIC_6: readonly (readonly [bits: number, prefix: bigint])[] = [
  [23, 0x20010000n >> 9n],
  [32, 0x20010db8n],
  [16, 0x2002n],
  [20, 0x3fff0n],
];

/** Whether the four bytes of an IPv4 address lead to a machine that everybody can reach. */
export function isPublicIpv4(bytes: Uint8Array): boolean {
  if (bytes.length !== 4) return false;
  const address = numberOf([...bytes]);
  return !NOT_PUBLIC.some(([first, length]) => address >>> (32 - length) === numberOf(first.split('.').map(Number)) >>> (32 - length));
}

/** The same for the sixteen bytes of an IPv6 address. */
export function isPublicIpv6(bytes: Uint8Array): boolean {
  if (bytes.length !== 16) return false;
  const address = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  if (address >> 125n !== 1n) return false;
  return !NOT_PUBLIC_6.some(([bits, prefix]) => address >> BigInt(128 - bits) === prefix);
}

function numberOf(bytes: readonly number[]): number {
  return bytes.reduce((sum, byte) => ((sum << 8) | byte) >>> 0, 0);
}
