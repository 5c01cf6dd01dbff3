import { z } from 'zod';
import type { StoredPasskey } from '#worker/accounts/model/factors.ts';

/** No credential of a browser comes near. */
export const LARGEST_CREDENTIAL = 16_384;

const base64url = z.string().regex(/^[\w-]+$/);
const credentialId = base64url.max(1400);

/** What a browser sends of a passkey that it made: `PublicKeyCredential.toJSON()`. */
export const madeCredential = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
});
export type MadeCredential = z.infer<typeof madeCredential>;

/** What a browser sends of a passkey that signed a challenge. */
export const signedCredential = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish(),
  }),
});
export type SignedCredential = z.infer<typeof signedCredential>;

/** What `navigator.credentials` takes, as JSON. */
export type CredentialOptions = Readonly<Record<string, unknown>>;

export interface PasskeyMade {
  readonly id: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** How passkeys are asked for and read. The board's own address, as configured, is the only one that they are for. */
export interface WebAuthn {
  creationOptions(asked: CreationAsked): Promise<CredentialOptions>;
  /** Null for what was not made for this board and challenge. */
  readMade(credential: MadeCredential, challenge: string): Promise<PasskeyMade | null>;
  requestOptions(asked: RequestAsked): Promise<CredentialOptions>;
  /** The new count of uses; null for what this passkey did not sign for this board and challenge, or signed without asking its person. */
  readSigned(credential: SignedCredential, expected: SignatureExpected): Promise<number | null>;
}

export interface CreationAsked {
  readonly challenge: string;
  readonly holder: { readonly id: string; readonly email: string; readonly name: string | null };
  readonly existing: readonly StoredPasskey[];
}

export interface RequestAsked {
  readonly challenge: string;
  /** Those of one account; null where whoever signs says whose they are. */
  readonly allowed: readonly StoredPasskey[] | null;
  readonly verifiesUser: boolean;
}

export interface SignatureExpected {
  readonly challenge: string;
  readonly passkey: StoredPasskey;
  /** Whether the device must have asked for a PIN, a finger or a face. */
  readonly verifiesUser: boolean;
}
