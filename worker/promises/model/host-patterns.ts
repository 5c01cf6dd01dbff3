/** Whether a host is one of these; `*.` in front of one stands for its sub-domains. */
export function isAmongHosts(host: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => pattern === host || (pattern.startsWith('*.') && host.endsWith(pattern.slice(1))));
}
