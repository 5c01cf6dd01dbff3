import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions } from 'smtp-server';

/** What the server does with whatever comes. */
export type Behaviour =
  | 'take'
  /** Says nothing to whoever connects. */
  | 'hang'
  /** Takes the whole mail and says nothing to it. */
  | 'hang-after-data'
  /** Takes the whole mail and is gone before it says so. */
  | 'drop-after-data'
  | { readonly recipient: number }
  | { readonly data: number };

export interface ReceivedMail {
  readonly to: string;
  readonly from: string;
  readonly messageId: string;
  /** Header and body, as it came. */
  readonly raw: string;
  readonly secure: boolean;
}

export interface MailServer {
  readonly port: number;
  /** Everything that was sent in full, whatever was answered. */
  readonly received: readonly ReceivedMail[];
  /** How often somebody connected. */
  connections(): number;
  behave(behaviour: Behaviour, forWhom?: (to: string) => boolean): void;
  close(): Promise<void>;
}

type Options = Pick<SMTPServerOptions, 'secure' | 'key' | 'cert' | 'onAuth' | 'authOptional'> & { readonly port?: number };

/** A real SMTP server that can refuse, hang, and break off. */
export async function startMailServer({ port = 0, ...options }: Options = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let behaviour: Behaviour = 'take';
  let concerns = (_to: string) => true;
  let connected = 0;
  const plain =
    options.key === undefined
      ? { disabledCommands: ['STARTTLS', ...(options.onAuth === undefined ? ['AUTH'] : [])] }
      : { disabledCommands: options.onAuth === undefined ? ['AUTH'] : [] };
  const server = new SMTPServer({
    ...plain,
    ...options,
    authOptional: options.onAuth === undefined,
    onConnect: (_session, done) => {
      connected += 1;
      if (behaviour !== 'hang') done();
    },
    onRcptTo: ({ address }, _session, done) => {
      const refusal = typeof behaviour === 'object' && 'recipient' in behaviour && concerns(address) ? behaviour.recipient : null;
      done(refusal === null ? undefined : Object.assign(new Error('no'), { responseCode: refusal }));
    },
    onData: (stream, session, done) => {
      void textOf(stream).then((raw) => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        received.push({ to, from, raw, messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '', secure: session.secure });
        if (!concerns(to) || behaviour === 'take') return done();
        if (behaviour === 'drop-after-data') for (const socket of sockets) socket.destroy();
        else if (typeof behaviour === 'object' && 'data' in behaviour)
          done(Object.assign(new Error('no'), { responseCode: behaviour.data }));
        else if (behaviour !== 'hang-after-data') done();
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', () => listening()));
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    connections: () => connected,
    behave: (next, forWhom = () => true) => {
      behaviour = next;
      concerns = forWhom;
    },
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}

async function textOf(stream: SMTPServerDataStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
