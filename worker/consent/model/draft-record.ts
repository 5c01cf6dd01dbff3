import { decisionsOf, lastLapse, serviceKey } from '#worker/consent/model/consent-decisions.ts';
import type { ConsentAct } from '#worker/consent/model/consent-exchange.ts';
import type { ConsentNotice } from '#worker/consent/model/consent-notice.ts';
import type { ConsentLink, ConsentRecord } from '#worker/consent/model/consent-record.ts';
import { servicesIn } from '#worker/consent/model/services-in.ts';
import { after } from '#worker/promises/model/duration.ts';
import { RETENTION, ruleOf } from '#worker/promises/model/retention.ts';
import type { Service } from '#worker/promises/model/services.ts';

export interface RecordDraft {
  readonly id: string;
  readonly act: ConsentAct;
  readonly shown: ConsentNotice;
  readonly services: readonly Service[];
  readonly build: string;
  readonly country: string;
  readonly gpc: boolean;
  readonly head: ConsentLink;
  readonly subject: string | null;
  readonly previousId: string | null;
  readonly now: number;
}

/** What an act becomes behind the head of the chain. */
export function draftRecord({ act, shown, services, head, now, ...known }: RecordDraft): ConsentRecord {
  const said = { ...answersOf(act, shown), gpc: known.gpc, givenAt: givenAt(act, now) };
  return {
    ...said,
    seq: head.seq + 1,
    id: known.id,
    subject: known.subject,
    previousId: known.previousId,
    act: act.act,
    surface: act.surface,
    method: act.method,
    notice: act.notice,
    build: known.build,
    country: known.country,
    receivedAt: now,
    validUntil: lastLapse(decisionsOf(said, services)),
  };
}

/** Granted and refused, with the revisions that were shown. */
function answersOf({ answers }: ConsentAct, shown: ConsentNotice): { granted: readonly string[]; refused: readonly string[] } {
  const answered = servicesIn(shown).filter(({ id }) => answers[id] !== undefined);
  const isNo = ({ id }: { readonly id: string }) => answers[id] === 'no';
  return { granted: answered.filter((service) => !isNo(service)).map(serviceKey), refused: answered.filter(isNo).map(serviceKey) };
}

/** What was chosen longer ago counts from here: a browser sends again for as long as its key is remembered. */
const LONGEST_AGO_MS = after(0, ruleOf(RETENTION, 'consent-act-keys').keep);

function givenAt({ secondsAgo = 0 }: ConsentAct, now: number): number {
  return Math.floor((now - Math.min(secondsAgo * 1000, LONGEST_AGO_MS)) / 1000) * 1000;
}

/** Whether an act was made a while ago and could not be sent then: another choice may have overtaken it. */
export function isDelayed({ secondsAgo = 0 }: ConsentAct): boolean {
  return secondsAgo > 0;
}
