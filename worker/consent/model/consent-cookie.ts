import { NO_LASTS, YES_LASTS } from '#worker/promises/model/consent-periods.ts';
import { after } from '#worker/promises/model/duration.ts';

/** What somebody decided about one service. */
export interface Decision {
  readonly service: string;
  /** Of the service that was asked about: a higher one is a new question. */
  readonly revision: number;
  /** `yes-despite-gpc`: said after being told that the browser's Global Privacy Control had already refused. */
  readonly answer: 'yes' | 'no' | 'yes-despite-gpc';
  /** UTC milliseconds, whole seconds. */
  readonly at: number;
}

/** What the cookie `consent` holds: readable by our script, and nothing in it names anybody. */
export interface ConsentCookie {
  /** The version of the policies that the choice was made under. */
  readonly version: number;
  /** Key of an act that no answer has confirmed yet, so that it is sent again; null otherwise. */
  readonly unsent: string | null;
  readonly decisions: readonly Decision[];
}

const CODES = { yes: 'y', no: 'n', 'yes-despite-gpc': 'Y' } as const;
const ANSWERS: Readonly<Record<string, Decision['answer']>> = { y: 'yes', n: 'no', Y: 'yes-despite-gpc' };
const DECISION = /^([a-z][a-z-]{0,39}):([1-9]\d{0,3}):([ynY]):([0-9a-z]{1,8})$/;
const COOKIE = /^1\/([1-9]\d{0,3})\/(-|[a-z2-7]{20})\/([A-Za-z0-9:|-]{0,2000})$/;

/** `1/3/-/counters:1:y:t5x3kk|google-ads:1:n:t5x3kk`: form, version, unsent key, decisions with their seconds in base 36. */
export function writeConsentCookie({ version, unsent, decisions }: ConsentCookie): string {
  const entries = decisions.map(
    ({ service, revision, answer, at }) => `${service}:${revision}:${CODES[answer]}:${Math.floor(at / 1000).toString(36)}`,
  );
  return `1/${version}/${unsent ?? '-'}/${entries.join('|')}`;
}

/** Null for everything that this board did not write: whoever has such a cookie is asked as if they had none. */
export function readConsentCookie(text: string): ConsentCookie | null {
  const [, version, unsent, entries] = COOKIE.exec(text) ?? [];
  if (version === undefined || unsent === undefined || entries === undefined) return null;
  const decisions = entries === '' ? [] : entries.split('|').map(readDecision);
  const whole = decisions.filter((decision) => decision !== null);
  if (whole.length !== decisions.length || new Set(whole.map(({ service }) => service)).size !== whole.length) return null;
  return { version: Number(version), unsent: unsent === '-' ? null : unsent, decisions: whole };
}

function readDecision(entry: string): Decision | null {
  const [, service, revision, code, at] = DECISION.exec(entry) ?? [];
  const answer = code === undefined ? undefined : ANSWERS[code];
  if (service === undefined || at === undefined || answer === undefined) return null;
  return { service, revision: Number(revision), answer, at: Number.parseInt(at, 36) * 1000 };
}

/** What is known of a service when somebody's choice is weighed. */
export interface AskedService {
  readonly id: string;
  readonly revision: number;
  /** Refused by Global Privacy Control. */
  readonly shares: boolean;
}

export interface ConsentState {
  /** May run now. */
  readonly granted: readonly string[];
  /** Has no answer that counts today: to be asked about. */
  readonly open: readonly string[];
  /** Refused by the browser's signal, whatever was said before being told of it. */
  readonly refusedBySignal: readonly string[];
}

export interface Weighed {
  readonly cookie: ConsentCookie | null;
  readonly services: readonly AskedService[];
  /** Whether the browser sends Global Privacy Control. */
  readonly gpc: boolean;
  readonly now: number;
}

/** What somebody's choices allow now. A date in the future, as of a clock that jumped, is no answer. */
export function weighConsent({ cookie, services, gpc, now }: Weighed): ConsentState {
  const answerTo = (service: AskedService) => answerOf(cookie?.decisions ?? [], service, now);
  const isRefusedBySignal = (service: AskedService) => gpc && service.shares && answerTo(service) !== 'yes-despite-gpc';
  const ids = (some: readonly AskedService[]) => some.map(({ id }) => id);
  const left = services.filter((service) => !isRefusedBySignal(service));
  return {
    granted: ids(left.filter((service) => answerTo(service) === 'yes' || answerTo(service) === 'yes-despite-gpc')),
    open: ids(left.filter((service) => answerTo(service) === null)),
    refusedBySignal: ids(services.filter(isRefusedBySignal)),
  };
}

const CLOCK_MAY_DIFFER_MS = 86_400_000;

function answerOf(decisions: readonly Decision[], { id, revision }: AskedService, now: number): Decision['answer'] | null {
  const decision = decisions.find(({ service }) => service === id);
  if (decision === undefined || decision.revision !== revision || decision.at > now + CLOCK_MAY_DIFFER_MS) return null;
  return lapsesAt(decision) > now ? decision.answer : null;
}

/** When a decision stops counting, in UTC milliseconds. */
export function lapsesAt({ answer, at }: Decision): number {
  return after(at, answer === 'no' ? NO_LASTS : YES_LASTS);
}
