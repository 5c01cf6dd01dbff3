import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { type Delivery, deliveryOf } from '#worker/mail/model/delivery.ts';
import type { SmtpAddress } from '#worker/mail/model/smtp-address.ts';

/** A mail on its way out of the house. */
export interface OutgoingMail {
  /** The same each time that it is tried: whoever gets it twice can tell. */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly date: number;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The address that one POST unsubscribes at; null for service mail. */
  readonly unsubscribe: string | null;
  /** Null where an answer comes to us. */
  readonly replyTo: { readonly name: string; readonly address: string } | null;
}

/** Hands mails over to a mail server, over a few connections that stay open until it is closed. */
export interface Postman {
  deliver(mail: OutgoingMail): Promise<Delivery>;
  close(): void;
}

export interface PostmanSettings {
  readonly smtp: SmtpAddress;
  /** As whom to greet the mail server. */
  readonly name: string;
}

/** A server that hangs is left after this long, whatever it hangs in. */
const SEND_TIMEOUT_MS = 15_000;
const CONNECT_TIMEOUT_MS = 7_000;
export const CONNECTIONS = 4;
const BY_ONE_CONNECTION = 200;

/** The library is loaded with the first mail, so that the Worker starts without it. */
export async function openPostman({ smtp, name }: PostmanSettings): Promise<Postman> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: BY_ONE_CONNECTION,
    // What broke off may have arrived: only the outbox tries again.
    maxRequeues: 0,
    host: smtp.host,
    port: smtp.port,
    secure: smtp.tls === 'from-start',
    requireTLS: smtp.tls === 'starttls',
    ignoreTLS: smtp.tls === 'none',
    ...(smtp.login === null ? {} : { auth: { user: smtp.login.user, pass: smtp.login.password } }),
    name,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SEND_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    // The library would look the name up itself and connect to the number, and no certificate names a number.
    getSocket: (_options: unknown, taken: SocketTaken) => openSocket(smtp, taken),
  });
  return {
    deliver: (mail) => withinTime(transport.sendMail(messageOf(mail)).then(() => ({ is: 'sent' }) as const, deliveryFrom)),
    close: () => transport.close(),
  };
}

function messageOf({ messageId, from, to, date, subject, text, html, unsubscribe, replyTo }: OutgoingMail) {
  const oneClick = {
    'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...(unsubscribe === null ? {} : oneClick) };
  return {
    messageId: `<${messageId}>`,
    from,
    to: { name: '', address: to },
    ...(replyTo === null ? {} : { replyTo }),
    date: new Date(date),
    subject,
    text,
    html,
    headers,
    xMailer: false as const,
    textEncoding: 'quoted-printable' as const,
  };
}

type SocketTaken = (error: Error | null, taken?: { readonly connection: Socket; readonly secured?: boolean }) => void;

function openSocket({ host, port, tls }: SmtpAddress, taken: SocketTaken): void {
  const secured = tls === 'from-start';
  const named = isIP(host) === 0 ? { servername: host } : {};
  const socket = secured ? connectSecurely({ host, port, ...named }) : connectPlain({ host, port });
  const fail = (error: Error) => {
    clearTimeout(timer);
    socket.destroy();
    taken(Object.assign(error, { code: secured && isAboutTls(error) ? 'ETLS' : codeOf(error) }));
  };
  const timer = setTimeout(() => fail(Object.assign(new Error('No connection in time.'), { code: 'ETIMEDOUT' })), CONNECT_TIMEOUT_MS);
  socket.once('error', fail);
  socket.once(secured ? 'secureConnect' : 'connect', () => {
    clearTimeout(timer);
    socket.removeListener('error', fail);
    taken(null, { connection: socket, ...(secured ? { secured } : {}) });
  });
}

/** Node names such failures by codes of their own, workerd by words. */
function isAboutTls(error: Error): boolean {
  return /tls|ssl|cert/i.test(`${codeOf(error)} ${error.message}`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function deliveryFrom(error: unknown): Delivery {
  const said = (name: string) => (typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined);
  const [command, status] = [said('command'), said('responseCode')];
  const code = error instanceof Error && isAboutTls(error) && typeof status !== 'number' ? 'ETLS' : codeOf(error);
  return deliveryOf({ code, command: typeof command === 'string' ? command : '', status: typeof status === 'number' ? status : 0 });
}

/** What hangs in spite of the library's own times ends here. */
async function withinTime(delivery: Promise<Delivery>): Promise<Delivery> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Delivery>((resolve) => {
    timer = setTimeout(() => resolve(deliveryOf({ code: 'ETIMEDOUT', command: '', status: 0 })), SEND_TIMEOUT_MS);
  });
  try {
    return await Promise.race([delivery, late]);
  } finally {
    clearTimeout(timer);
  }
}
