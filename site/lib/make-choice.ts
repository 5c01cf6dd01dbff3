import type { Send } from '#site/api/api-client.ts';
import { UnexpectedAnswer } from '#site/api/api-client.ts';
import { recordChoice } from '#site/api/consent.ts';
import { visitOf } from '#site/api/visit.ts';
import { actOf, answersTo, isToConfirm } from '#site/islands/consent/answers.ts';
import type { ChoiceForm } from '#site/lib/choice-form.ts';
import type { OptionalService } from '#site/lib/consent-settings.ts';
import { formKey } from '#site/lib/form-key.ts';
import type { Surface } from '#worker/consent/model/consent-exchange.ts';
import { consentCookieText } from '#worker/consent/model/cookie-names.ts';
import type { FieldError } from '#worker/kernel/errors.ts';

export interface FormSent {
  readonly request: Request;
  readonly form: ChoiceForm;
  /** Those that the form asks about. */
  readonly services: readonly OptionalService[];
  readonly granted: readonly string[];
  readonly gpc: boolean;
  /** The value of the cookie `consent` until now; empty where there is none. */
  readonly before: string;
  readonly surface: Surface;
  readonly publicUrl: string;
  /** Where the browser goes to see that its cookie was kept. */
  readonly next: string;
}

export type FormOutcome =
  | { readonly is: 'recorded'; readonly response: Response }
  | { readonly is: 'to-confirm' }
  | { readonly is: 'refused'; readonly fields: readonly FieldError[] };

/** Does what a plain form about cookie choices says: records it, and gives the browser its cookies on the way to the next page. */
export async function makeChoice(send: Send, sent: FormSent): Promise<FormOutcome> {
  const { form, services, gpc, granted, surface } = sent;
  const wanted = services.map(({ id }) => id).filter((id) => isWanted(form, id));
  const wish = { services, wanted, granted, gpc, confirmed: form.confirmed === true };
  if (form.pressed === 'save' && form.confirmed === null && isToConfirm(wish)) return { is: 'to-confirm' };
  const answers = answersTo(wish);
  const act = form.pressed === 'opt_out' ? form.pressed : actOf(form.pressed, wish, answers);
  const key = await formKey({ token: form.token, choice: [act, answers], before: sent.before });
  const made = { key, act, surface, method: 'form', notice: form.notice, answers } as const;
  const { answer, setCookies } = await recordChoice(send, { visit: visitOf(sent.request), act: made });
  if (answer.ok) return { is: 'recorded', response: onTheWay(sent, { ...answer.body, setCookies }) };
  if (answer.status !== 400) throw new UnexpectedAnswer(answer);
  return { is: 'refused', fields: answer.error.fields ?? [] };
}

function isWanted({ pressed, answers }: ChoiceForm, id: string): boolean {
  return pressed === 'accept_all' || (pressed === 'save' && answers[id] === 'yes');
}

interface CookiesToSet {
  readonly cookie: string;
  readonly maxAge: number;
  readonly setCookies: readonly string[];
}

function onTheWay({ publicUrl, next }: FormSent, { cookie, maxAge, setCookies }: CookiesToSet): Response {
  const headers = new Headers({ Location: next, 'Cache-Control': 'no-store' });
  for (const text of [consentCookieText({ publicUrl, value: cookie, maxAge }), ...setCookies]) headers.append('Set-Cookie', text);
  return new Response(null, { status: 303, headers });
}
