import { type ConsentCookie, weighConsent } from '#worker/consent/model/consent-cookie.ts';
import type { Act, ConsentAct } from '#worker/consent/model/consent-exchange.ts';
import type { ConsentNotice, NoticeService } from '#worker/consent/model/consent-notice.ts';
import { servicesIn } from '#worker/consent/model/services-in.ts';
import type { FieldError } from '#worker/kernel/errors.ts';
import type { Service } from '#worker/promises/model/services.ts';

export interface AnswersChecked {
  readonly act: Omit<ConsentAct, 'key' | 'notice'>;
  /** What was shown. */
  readonly shown: ConsentNotice;
  /** What the board has today. */
  readonly services: readonly Service[];
  /** Whether the signal was seen, by header or by script. */
  readonly gpc: boolean;
  /** What the browser had chosen before. */
  readonly cookie: ConsentCookie | null;
  readonly now: number;
}

type Answer = ConsentAct['answers'][string];

const ONLY_REFUSE: ReadonlySet<Act> = new Set(['reject_all', 'withdraw', 'gpc', 'opt_out']);
/** Acts that answer the whole question. */
const ANSWER_ALL: ReadonlySet<Act> = new Set(['accept_all', 'reject_all', 'save']);

/** What is wrong with an act; nothing for one that can be recorded. */
export function checkAnswers(checked: AnswersChecked): readonly FieldError[] {
  const asked = new Map(servicesIn(checked.shown).map((service) => [service.id, service]));
  const wrong = Object.entries(checked.act.answers).flatMap(([id, answer]) => {
    const message = wrongAnswer(asked.get(id), { answer, checked });
    return message === null ? [] : [{ field: `answers.${id.slice(0, 40)}`, message }];
  });
  return [...wrongManner(checked), ...wrong, ...missing(checked)];
}

/** How an act was made must fit where it was made. */
function wrongManner({ act: { act, surface, method }, gpc }: AnswersChecked): readonly FieldError[] {
  const wrong: FieldError[] = [];
  if (act === 'gpc' && !gpc) wrong.push({ field: 'act', message: 'This browser sends no Global Privacy Control.' });
  if ((act === 'gpc') !== (method === 'signal')) wrong.push({ field: 'method', message: '“signal” and “gpc” belong together.' });
  if ((act === 'opt_out') !== (surface === 'california'))
    wrong.push({ field: 'surface', message: '“opt_out” and “california” belong together.' });
  return wrong;
}

function wrongAnswer(
  shown: NoticeService | undefined,
  { answer, checked }: { readonly answer: Answer; readonly checked: AnswersChecked },
): string | null {
  if (shown === undefined) return 'This service was not asked about. Reload the page and choose again.';
  const { act, services, gpc } = checked;
  if (answer === 'no') return act.act === 'accept_all' && !(gpc && shown.shares) ? '“accept_all” says yes to everything.' : null;
  if (ONLY_REFUSE.has(act.act)) return `“${act.act}” only says no.`;
  const today = services.find(({ id }) => id === shown.id);
  if (today?.revision !== shown.revision) return 'This service has changed since the page was opened. Reload it and choose again.';
  if (answer === 'yes' && gpc && today.shares)
    return 'The browser sends Global Privacy Control, a no to this service. A yes against it must be confirmed: “yes-despite-gpc”.';
  return null;
}

/** Whoever accepts, rejects or saves answers everything that is open for them. */
function missing({ act, services, gpc, cookie, now, shown }: AnswersChecked): readonly FieldError[] {
  if (!ANSWER_ALL.has(act.act)) return [];
  const asked = servicesIn(shown).filter(({ id }) => services.some((service) => service.id === id));
  const { open } = weighConsent({ cookie, services: asked, gpc, now });
  return open
    .filter((id) => act.answers[id] === undefined)
    .map((id) => ({ field: `answers.${id}`, message: 'This service has no answer yet: give “yes” or “no”.' }));
}
