import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A passkey on a device of the tests, with its private key: what a browser would send of it. */

interface Situation {
  readonly origin: string;
  /** What the board gave the browser to sign. */
  readonly challenge: string;
  /** Whether the device asked for PIN, finger or face. */
  readonly asksPerson?: boolean;
  /** The site that the device thinks it is at; that of the origin unless said otherwise. */
  readonly rpId?: string;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;

export function newAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let uses = 0;
  return {
    id: id.toString('base64url'),
    /** Makes the passkey. */
    make: (at: Situation) => {
      const data = Buffer.concat([
        authenticatorData(at, { flags: WITH_KEY, uses }),
        Buffer.alloc(16),
        length16(id),
        id,
        coseKey(publicKey),
      ]);
      const attestationObject = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(data)],
      ]);
      const response = { clientDataJSON: clientData('webauthn.create', at), attestationObject: attestationObject.toString('base64url') };
      return { ...named(id), response: { ...response, transports: ['internal'] } };
    },
    /** Signs a challenge; counts its uses unless told to repeat one. */
    sign: (at: Situation & { readonly userHandle?: string; readonly repeats?: boolean }) => {
      uses += at.repeats === true ? 0 : 1;
      const data = authenticatorData(at, { flags: 0, uses });
      const clientDataJSON = clientData('webauthn.get', at);
      return { ...named(id), response: { clientDataJSON, ...signed(privateKey, data, clientDataJSON), userHandle: at.userHandle ?? null } };
    },
  };
}

const named = (id: Buffer) => ({
  id: id.toString('base64url'),
  rawId: id.toString('base64url'),
  type: 'public-key',
  clientExtensionResults: {},
});

function signed(privateKey: KeyObject, data: Buffer, clientDataJSON: string) {
  const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
  const signature = sign('sha256', Buffer.concat([data, hash]), privateKey);
  return { authenticatorData: data.toString('base64url'), signature: signature.toString('base64url') };
}

function clientData(type: string, { challenge, origin }: Situation): string {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url');
}

function authenticatorData(
  { origin, rpId = new URL(origin).hostname, asksPerson = true }: Situation,
  { flags, uses }: { flags: number; uses: number },
) {
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(uses);
  const all = PRESENT | flags | (asksPerson ? VERIFIED : 0);
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.of(all), counter]);
}

/** RFC 9052, for P-256 with SHA-256. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const coordinate = (part: string) => bytes(Buffer.from(part, 'base64url'));
  return map([
    [Buffer.of(0x01), Buffer.of(0x02)],
    [Buffer.of(0x03), Buffer.of(0x26)],
    [Buffer.of(0x20), Buffer.of(0x01)],
    [Buffer.of(0x21), coordinate(x)],
    [Buffer.of(0x22), coordinate(y)],
  ]);
}

/** CBOR (RFC 8949), as much of it as this needs. */
function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.of((major << 5) | length);
  return length < 256 ? Buffer.of((major << 5) | 24, length) : Buffer.of((major << 5) | 25, length >> 8, length & 255);
}
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value]);
const text = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const map = (pairs: readonly (readonly [Buffer, Buffer])[]) => Buffer.concat([head(5, pairs.length), ...pairs.flat()]);
const length16 = ({ length }: Buffer) => Buffer.of(length >> 8, length & 255);
