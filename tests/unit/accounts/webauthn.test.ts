import { expect, test } from 'vitest';
import { newAuthenticator } from '#tests/support/authenticator.ts';
import { madeCredential, signedCredential } from '#worker/accounts/model/webauthn.ts';
import { webAuthn } from '#worker/container/webauthn.ts';
import { newSecret } from '#worker/kernel/secret.ts';

const ORIGIN = 'https://jobs.example:8443';
const reader = webAuthn({ publicUrl: ORIGIN, board: 'Keepword' });
const holder = { id: 'abcdefghijklmnopqrst', email: 'ada@mail.example', name: null };

test('what a browser is asked for names the board by its configured address, and the person by nothing but their address', async () => {
  const challenge = newSecret();
  const options = await reader.creationOptions({ challenge, holder, existing: [] });
  expect(options).toMatchObject({
    challenge,
    rp: { id: 'jobs.example', name: 'Keepword' },
    user: { name: holder.email },
    attestation: 'none',
  });
  expect(await reader.requestOptions({ challenge, allowed: null, verifiesUser: true })).toMatchObject({
    challenge,
    rpId: 'jobs.example',
    userVerification: 'required',
  });
});

test('a passkey counts at the whole origin of the board alone: scheme, host and port', async () => {
  const challenge = newSecret();
  const device = newAuthenticator();
  for (const origin of [
    'http://jobs.example:8443',
    'https://jobs.example',
    'https://jobs.example.evil.example:8443',
    'https://evil.example',
  ])
    expect(
      await reader.readMade(madeCredential.parse(device.make({ origin, challenge, rpId: 'jobs.example' })), challenge),
      origin,
    ).toBeNull();
  const made = await reader.readMade(madeCredential.parse(device.make({ origin: ORIGIN, challenge })), challenge);
  if (made === null) throw new Error('A passkey for this board was refused.');
  const passkey = { ...made, accountId: holder.id, name: 'Phone', createdAt: 0, usedAt: null };
  const sign = (asksPerson: boolean) => signedCredential.parse(device.sign({ origin: ORIGIN, challenge, asksPerson }));
  expect(await reader.readSigned(sign(true), { challenge, passkey, verifiesUser: true })).toBe(1);
  expect(await reader.readSigned(sign(false), { challenge, passkey, verifiesUser: true })).toBeNull();
  expect(await reader.readSigned(sign(false), { challenge, passkey, verifiesUser: false })).toBe(3);
  expect(await reader.readSigned(sign(true), { challenge: newSecret(), passkey, verifiesUser: true })).toBeNull();
  expect(await reader.readSigned(sign(true), { challenge, passkey: { ...passkey, counter: 9 }, verifiesUser: true })).toBeNull();
});
