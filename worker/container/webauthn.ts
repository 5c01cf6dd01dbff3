import { decodeBase64urlIgnorePadding } from '@oslojs/encoding';
import type { StoredPasskey } from '#worker/accounts/model/factors.ts';
import type {
  CreationAsked,
  MadeCredential,
  RequestAsked,
  SignatureExpected,
  SignedCredential,
  WebAuthn,
} from '#worker/accounts/model/webauthn.ts';

/** Long enough to find a key in a bag; the challenge itself ends after ten minutes. */
const TIMEOUT_MS = 300_000;

/** Loaded when somebody uses a passkey: it is much, and most requests need none of it. */
const library = () => import('@simplewebauthn/server');

/** Passkeys for one board: its own address is what a browser must have been at. */
export function webAuthn({ publicUrl, board }: { readonly publicUrl: string; readonly board: string }): WebAuthn {
  const site = { expectedOrigin: publicUrl, expectedRPID: new URL(publicUrl).hostname };
  return {
    creationOptions: (asked) => creationOptions(asked, { rpID: site.expectedRPID, rpName: board }),
    readMade: (credential, challenge) => readMade(credential, { ...site, expectedChallenge: challenge }),
    requestOptions: (asked) => requestOptions(asked, site.expectedRPID),
    readSigned: (credential, expected) => readSigned(credential, { ...site, ...expected }),
  };
}

async function creationOptions({ challenge, holder, existing }: CreationAsked, party: { readonly rpID: string; readonly rpName: string }) {
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    ...party,
    challenge: bytesOf(challenge),
    userID: new TextEncoder().encode(holder.id),
    userName: holder.email,
    userDisplayName: holder.name ?? holder.email,
    timeout: TIMEOUT_MS,
    excludeCredentials: existing.map(reference),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  return { ...options };
}

interface Site {
  readonly expectedOrigin: string;
  readonly expectedRPID: string;
}

async function readMade(response: MadeCredential, expected: Site & { readonly expectedChallenge: string }) {
  const { verifyRegistrationResponse } = await library();
  const { clientDataJSON, attestationObject } = response.response;
  const made = { ...plain(response), response: { clientDataJSON, attestationObject } };
  const read = await quietly(verifyRegistrationResponse({ response: made, ...expected, requireUserVerification: false }));
  if (read?.registrationInfo === undefined) return null;
  const { id, publicKey, counter } = read.registrationInfo.credential;
  return { id, publicKey: Uint8Array.from(publicKey), counter, transports: response.response.transports };
}

async function requestOptions({ challenge, allowed, verifiesUser }: RequestAsked, rpID: string) {
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    rpID,
    challenge: bytesOf(challenge),
    timeout: TIMEOUT_MS,
    userVerification: verifiesUser ? 'required' : 'preferred',
    ...(allowed === null ? {} : { allowCredentials: allowed.map(reference) }),
  });
  return { ...options };
}

async function readSigned(response: SignedCredential, { challenge, passkey, verifiesUser, ...site }: Site & SignatureExpected) {
  const { verifyAuthenticationResponse } = await library();
  const { id, publicKey, counter } = passkey;
  const { clientDataJSON, authenticatorData, signature } = response.response;
  const read = await quietly(
    verifyAuthenticationResponse({
      response: { ...plain(response), response: { clientDataJSON, authenticatorData, signature } },
      ...site,
      expectedChallenge: challenge,
      requireUserVerification: verifiesUser,
      credential: { id, publicKey, counter },
    }),
  );
  return read?.verified === true ? read.authenticationInfo.newCounter : null;
}

/** No extension is asked for, and what a browser says of one is not read. */
function plain({ id, rawId, type }: Pick<SignedCredential, 'id' | 'rawId' | 'type'>) {
  return { id, rawId, type, clientExtensionResults: {} };
}

/** The library throws at what does not fit, and says why: nobody is told. */
async function quietly<Read>(reading: Promise<Read>): Promise<Read | null> {
  return reading.catch(() => null);
}

function reference({ id, transports }: StoredPasskey) {
  return { id, transports: [...transports] };
}

/** Decodes what `newSecret` made. */
function bytesOf(challenge: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(decodeBase64urlIgnorePadding(challenge));
}
