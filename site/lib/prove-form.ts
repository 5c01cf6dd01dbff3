import { credentialIn, type StepCall } from '#site/lib/second-step-form.ts';

/** What the form that proves again who one is asks of the API: by a passkey, or by password and code. */
export function proveCall(form: URLSearchParams): StepCall {
  if (form.get('act') === 'passkey') return { path: '/api/prove/passkey', body: { credential: credentialIn(form) } };
  const codes = ['code', 'recoveryCode'].flatMap((name) => {
    const typed = form.get(name) ?? '';
    return typed === '' ? [] : [[name, typed] as const];
  });
  return { path: '/api/prove', body: { password: form.get('password') ?? '', ...Object.fromEntries(codes) } };
}
