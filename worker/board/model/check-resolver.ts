import type { z } from 'zod';
import { isHttps } from '#worker/board/model/codes.ts';
import { text } from '#worker/board/model/expect.ts';

/** Where names of web sites are looked up. */
export function dnsResolver() {
  const why = 'domains are proven by it, and nothing is asked for at an address that was not looked up';
  return text({ what: 'the https address of a name server (RFC 8484), or null', why, fits: isHttps }).nullable();
}

interface Looked {
  readonly dnsResolver: string | null;
  readonly processors: readonly { readonly hosts: readonly string[] }[];
}

/** A name server learns which web sites employers name: so it is one of those whom the board names. */
export function resolverIsDeclared({ dnsResolver, processors }: Looked, context: z.RefinementCtx): void {
  if (dnsResolver === null) return;
  const { hostname } = new URL(dnsResolver);
  if (processors.some(({ hosts }) => hosts.includes(hostname))) return;
  const message = `is at ${hostname}, which no processor has among its hosts: enter whoever runs it in processors, with this host, or put null.`;
  context.addIssue({ code: 'custom', path: ['dnsResolver'], message });
}
