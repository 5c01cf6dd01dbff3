import { actKey, readActKey } from '#site/islands/consent/act-key.ts';
import { type Answers, actOf, answersTo, type Wish } from '#site/islands/consent/answers.ts';
import { cookieText, presentChoice, signalInScript } from '#site/islands/consent/choice.ts';
import type { ConsentPage } from '#site/islands/consent/consent-page.ts';
import {
  type ConsentCookie,
  type Decision,
  lapsesAt,
  readConsentCookie,
  writeConsentCookie,
} from '#worker/consent/model/consent-cookie.ts';
import type { Act, ConsentAct, ConsentRecorded, Surface } from '#worker/consent/model/consent-exchange.ts';
import { consentCookieText } from '#worker/consent/model/cookie-names.ts';

interface Pressed {
  readonly act: Act;
  readonly surface: Surface;
  readonly wish: Wish;
}

/** Does what was pressed. */
export function press(page: ConsentPage, { act, surface, wish }: Pressed): void {
  const answers = answersTo(wish);
  choose(page, { act: actOf(act, wish, answers), surface, answers, gpc: wish.gpc });
}

interface Chosen {
  readonly act: Act;
  readonly surface: Surface;
  readonly answers: Answers;
  readonly gpc: boolean;
}

/** Keeps a choice in the cookie and obeys it at once; the record of it follows, now or, where the network fails, from a later page. */
function choose(page: ConsentPage, { act, surface, answers, gpc }: Chosen): void {
  const key = actKey(act, surface);
  const cookie = cookieWith({ page, key, answers });
  keep(cookie);
  // A browser that did not keep it has nothing that could be recorded.
  if (readConsentCookie(cookieText())?.unsent === key) page.obey(send({ ...actIn(page, cookie, key), gpc }));
}

/** Sends what an earlier page could not, then ends what the browser's signal refuses although it was allowed before. */
export async function finishLast(page: ConsentPage): Promise<void> {
  const before = presentChoice(page.settings).cookie;
  if (before?.unsent && before.version !== page.settings.notice.version) return forget(page);
  if (before?.unsent) await send({ ...actIn(page, before, before.unsent), secondsAgo: secondsSince(before) });
  if (presentChoice(page.settings).cookie?.unsent === null) endBySignal(page, signalInScript());
}

/** What was said to an older notice and never arrived cannot be recorded as said to this one: it is asked again. */
function forget(page: ConsentPage): void {
  setCookie('', 0);
  page.obey();
}

/** A yes from before the signal was seen ends by it. Recorded once: the cookie says no from then on. */
export function endBySignal(page: ConsentPage, gpc: boolean): void {
  const { cookie, refusedBySignal } = presentChoice(page.settings, gpc);
  const ended = (cookie?.decisions ?? []).filter(({ service, answer }) => answer === 'yes' && refusedBySignal.includes(service));
  if (ended.length === 0) return;
  choose(page, { act: 'gpc', surface: 'banner', answers: Object.fromEntries(ended.map(({ service }) => [service, 'no'])), gpc });
}

interface Kept {
  readonly page: ConsentPage;
  readonly key: string;
  readonly answers: Answers;
}

/** The cookie with these answers in it, beside those about other services. */
function cookieWith({ page, key, answers }: Kept): ConsentCookie {
  const { notice, services } = page.settings;
  const at = Math.floor(Date.now() / 1000) * 1000;
  const known = presentChoice(page.settings).cookie?.decisions ?? [];
  const decisions = services.flatMap(({ id, revision }): readonly Decision[] => {
    const answer = answers[id];
    return answer === undefined ? known.filter(({ service }) => service === id) : [{ service: id, revision, answer, at }];
  });
  return { version: notice.version, unsent: key, decisions };
}

function keep(cookie: ConsentCookie): void {
  const end = Math.max(...cookie.decisions.map(lapsesAt));
  setCookie(writeConsentCookie(cookie), Math.floor((end - Date.now()) / 1000));
}

function setCookie(value: string, maxAge: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet
  document.cookie = consentCookieText({ publicUrl: location.origin, value, maxAge });
}

/** The last act that a cookie holds: its newest answers. */
function actIn({ settings }: ConsentPage, { decisions }: ConsentCookie, key: string): ConsentAct {
  const last = Math.max(...decisions.map(({ at }) => at));
  const { act, surface } = readActKey(key) ?? { act: 'save', surface: 'panel' };
  return {
    key,
    act,
    surface,
    method: act === 'gpc' ? 'signal' : 'click',
    notice: settings.hash,
    answers: Object.fromEntries(decisions.filter(({ at }) => at === last).map(({ service, answer }) => [service, answer])),
    gpc: signalInScript(),
  };
}

function secondsSince({ decisions }: ConsentCookie): number {
  const last = Math.max(...decisions.map(({ at }) => at));
  return Math.max(0, Math.floor((Date.now() - last) / 1000));
}

async function send(act: ConsentAct): Promise<void> {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(act), keepalive: true };
  const answer = await fetch('/api/consent', request).catch(() => null);
  // The cookie keeps the key, and a later page sends it again.
  if (answer === null || answer.status === 429 || answer.status >= 500) return;
  const recorded: ConsentRecorded | null = answer.ok ? await answer.json() : null;
  // Another tab has chosen since.
  if (readConsentCookie(cookieText())?.unsent !== act.key) return;
  if (recorded !== null) return setCookie(recorded.cookie, recorded.maxAge);
  // Refused, as from a page older than the notice: the visitor is asked again, with what is asked now.
  setCookie('', 0);
  location.reload();
}
