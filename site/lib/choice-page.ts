import type { Send } from '#site/api/api-client.ts';
import { seeConsent } from '#site/api/consent.ts';
import { visitOf } from '#site/api/visit.ts';
import { type ChoiceForm, readChoiceForm } from '#site/lib/choice-form.ts';
import { consentSettings, type OptionalService } from '#site/lib/consent-settings.ts';
import { type FormOutcome, makeChoice } from '#site/lib/make-choice.ts';
import { pageLanguage } from '#site/lib/page-voice.ts';
import { board } from '#worker/board/model/this-board.ts';
import { type ConsentCookie, readConsentCookie } from '#worker/consent/model/consent-cookie.ts';
import type { ConsentSeen, Surface } from '#worker/consent/model/consent-exchange.ts';
import type { ConsentNotice } from '#worker/consent/model/consent-notice.ts';
import { noticeOf } from '#worker/consent/model/notice.ts';
import { newId } from '#worker/kernel/random.ts';

export interface ChoiceVisit {
  readonly request: Request;
  /** The value of the cookie `consent`; empty where there is none. */
  readonly before: string;
  readonly publicUrl: string;
  readonly surface: Surface;
  /** The services that the form is about. */
  readonly asks: (service: OptionalService) => boolean;
  /** Where a choice leads, given what the form said. */
  readonly nextOf: (form: ChoiceForm) => string;
}

/** What a page about choices shows, or where it sends the browser after its form. */
export interface ChoicePage {
  readonly notice: ConsentNotice;
  readonly hash: string;
  /** Random, for the form. */
  readonly token: string;
  readonly services: readonly OptionalService[];
  readonly seen: ConsentSeen;
  /** Null where the browser has none, or one that this board did not write. */
  readonly cookie: ConsentCookie | null;
  /** What was sent and could not be done as it is; null on a first look. */
  readonly form: ChoiceForm | null;
  /** Null on a first look. */
  readonly outcome: FormOutcome | { readonly is: 'unread' } | null;
}

export async function loadChoicePage(send: Send, visit: ChoiceVisit): Promise<ChoicePage> {
  const { request, before } = visit;
  const [settings, seen] = await Promise.all([consentSettings(pageLanguage), seeConsent(send, visitOf(request))]);
  const services = (settings?.services ?? []).filter(visit.asks);
  const form = request.method === 'POST' ? await readChoiceForm(request) : null;
  const page = {
    notice: settings?.notice ?? noticeOf(board, pageLanguage),
    hash: settings?.hash ?? '',
    token: newId(),
    services,
    seen,
    cookie: readConsentCookie(before),
    form,
  };
  if (request.method !== 'POST') return { ...page, outcome: null };
  if (form === null || services.length === 0) return { ...page, outcome: { is: 'unread' } };
  const { surface, publicUrl } = visit;
  const sent = { request, form, services, granted: seen.granted, gpc: seen.gpc, before, surface, publicUrl, next: visit.nextOf(form) };
  return { ...page, outcome: await makeChoice(send, sent) };
}
