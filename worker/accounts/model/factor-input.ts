import { z } from 'zod';
import { readPasskeyName } from '#worker/accounts/model/passkey-name.ts';
import { madeCredential, signedCredential } from '#worker/accounts/model/webauthn.ts';

/** What somebody types: judged by what it is compared with. */
const typed = z.string().max(1024);

const name = typed.transform((text, context) => {
  const read = readPasskeyName(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'Give the passkey a name of 1 to 60 characters, such as the device that it is on.' });
  return z.NEVER;
});

export const nothing = z.object({});
export const codeTyped = z.object({ code: typed });
export const recoveryCodeTyped = z.object({ recoveryCode: typed });
export const removal = z.object({ password: typed.optional(), newPassword: typed.optional() });
export const passkeyNamed = z.object({ name });
export const passkeyToAdd = z.object({ name, credential: madeCredential });
export const passkeySigned = z.object({ credential: signedCredential });
const step = z.enum(['first', 'second']);
export const passkeyStep = z.object({ step });
export const passkeyStepSigned = z.object({ step, credential: signedCredential });
