/** Where mail is handed over, as `SMTP_URL` says it. */
export interface SmtpAddress {
  readonly host: string;
  readonly port: number;
  /** `from-start` is smtps (465); `starttls` asks for it before anything is said; `none` is for this machine alone. */
  readonly tls: 'from-start' | 'starttls' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
}

const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads `smtps://user:password@host:465` or `smtp://user:password@host:587`; null for what is neither. On this machine alone mail is
 * handed over without TLS, unless `?requireTLS=true` asks for it there, too.
 */
export function readSmtpUrl(text: string): SmtpAddress | null {
  const url = URL.parse(text);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !/^\/?$/.test(url.pathname) || url.hash !== '') return null;
  const asks = url.searchParams.get('requireTLS') === 'true';
  if (url.search !== '' && url.search !== '?requireTLS=true') return null;
  const isSecure = url.protocol === 'smtps:';
  const tls = isSecure ? 'from-start' : asks || !THIS_MACHINE.has(url.hostname) ? 'starttls' : 'none';
  const login = url.username === '' ? null : { user: decoded(url.username), password: decoded(url.password) };
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || (isSecure ? 465 : 587)), tls, login };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
