/** What a form of the second step asks of the API. */
export interface StepCall {
  readonly path: string;
  readonly body: object;
}

/** Null for what is no form of ours. */
export function stepCall(form: URLSearchParams): StepCall | null {
  switch (form.get('act')) {
    case 'code':
      return { path: '/api/sign-in/code', body: { code: form.get('code') ?? '' } };
    case 'recovery':
      return { path: '/api/sign-in/recovery-code', body: { recoveryCode: form.get('recoveryCode') ?? '' } };
    case 'passkey':
      return { path: '/api/sign-in/passkey', body: { step: 'second', credential: credentialIn(form) } };
    case 'passkey-first':
      return { path: '/api/sign-in/passkey', body: { step: 'first', credential: credentialIn(form) } };
    default:
      return null;
  }
}

/** What the browser's passkey answered; null for what is no JSON, which the API then refuses. */
export function credentialIn(form: URLSearchParams): unknown {
  try {
    return JSON.parse(form.get('credential') ?? '');
  } catch {
    return null;
  }
}
