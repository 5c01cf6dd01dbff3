import type { Board } from '#worker/board/model/board.ts';
import { securityHeaders } from '#worker/http/security-headers.ts';
import type { SourceFile } from '#worker/local/lint/written-texts.ts';
import { isAmongHosts } from '#worker/promises/model/host-patterns.ts';
import { NAMED_HOSTS } from '#worker/promises/model/named-hosts.ts';
import { policyOf } from '#worker/promises/model/policy.ts';
import { servicesOf } from '#worker/promises/model/services.ts';

const HOST = String.raw`((?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+)`;
const ANYWHERE = new RegExp(String.raw`\b(?:https?|wss?):\\?/\\?/${HOST}`, 'gi');
/** Where a browser or the Worker calls what stands there, without anybody following a link. */
const CALLED = new RegExp(
  String.raw`(?:\bfetch\(|\bimport\(?|\bfrom|WebSocket\(|EventSource\(|sendBeacon\(|new Worker\(|importScripts\(|\b(?:src|srcset|action|formaction|poster|ping)=\{?|<link\b[^>]*\bhref=\{?|\burl\(|@import)\s*["'${'`'}]?(?:(?:https?|wss?):)?//${HOST}`,
  'gi',
);
/** Names that lead nowhere by definition, and this machine. */
const NOWHERE = /(^|\.)(example(\.(com|net|org))?|test|invalid|localhost)$|^127\.|^0\.0\.0\.0$/i;

interface Hosts {
  /** Patterns of hosts that a declared processor is called at. */
  readonly called: readonly string[];
  readonly named: readonly string[];
}

/** Hosts in code that no processor declares; what is only named must stand among the named hosts, and must not be called. */
export function hostProblems(sources: readonly SourceFile[], board: Board): readonly string[] {
  const hosts = {
    called: [...declaredHosts(board), ...serviceHosts(board)],
    named: [...NAMED_HOSTS.map(({ host }) => host), ...followed(board)],
  };
  return sources.flatMap((source) => [
    ...hostsIn(source, ANYWHERE)
      .filter(({ host }) => !isAmongHosts(host, [...hosts.called, ...hosts.named]))
      .map(unknown),
    ...hostsIn(source, CALLED)
      .filter(({ host }) => !isAmongHosts(host, hosts.called))
      .map((found) => undeclared(found, hosts)),
  ]);
}

/** Places that the Content-Security-Policy lets pages call and that no processor of this board declares; `https:` alone would be all of them. */
export function policyHostProblems(board: Board): readonly string[] {
  const policy = new Map(securityHeaders(null, servicesOf(board))).get('Content-Security-Policy') ?? '';
  const declared = declaredHosts(board).map((host) => `https://${host}`);
  return policy
    .split(';')
    .flatMap((directive) => directive.trim().split(' ').slice(1))
    .filter((source) => !/^'.*'$|^data:$/.test(source) && !declared.includes(source))
    .map((source) => `The Content-Security-Policy allows ${source}, which no processor of this board declares in its hosts.`);
}

interface Found {
  readonly file: string;
  readonly line: number;
  readonly host: string;
}

function hostsIn({ file, text }: SourceFile, pattern: RegExp): readonly Found[] {
  return [...text.matchAll(pattern)]
    .map((match) => ({ file, line: text.slice(0, match.index).split('\n').length, host: (match[1] ?? '').toLowerCase() }))
    .filter(({ host }) => !NOWHERE.test(host));
}

function unknown({ file, line, host }: Found): string {
  return `${file}:${line} names ${host}. If code calls it, it is a processor: declare it with this host. If it is only named, put it into worker/promises/model/named-hosts.ts with the reason.`;
}

function undeclared({ file, line, host }: Found, { named }: Hosts): string {
  const but = named.includes(host) ? ', which is only to be named' : '';
  return `${file}:${line} calls ${host}${but}: only hosts of declared processors are called.`;
}

function declaredHosts(board: Board): readonly string[] {
  return policyOf(board).processors.flatMap(({ hosts }) => hosts);
}

/** Those of every service there is: its loader stands in the code, whether this board has switched it on or not. */
function serviceHosts(board: Board): readonly string[] {
  const account = { id: '', contract: '', reviewed: '' };
  const services = servicesOf({ ...board, services: { counters: true, googleAnalytics: account, googleAds: account } });
  return services.flatMap(({ recipient }) => recipient?.hosts ?? []);
}

/** Pages that the board's own data link to. */
function followed({ controller, processors }: Board): readonly string[] {
  return [controller.supervisoryAuthority.website, ...processors.map(({ privacyPolicy }) => privacyPolicy)].map(
    (address) => new URL(address).hostname,
  );
}
