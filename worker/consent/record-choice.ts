import type { ConsentRecordsRepository, ConsentStanding, StoredConsent } from '#db/repositories/consent-records.ts';
import type { Board } from '#worker/board/model/board.ts';
import { checkAnswers } from '#worker/consent/model/check-answers.ts';
import { type ConsentCookie, readConsentCookie, writeConsentCookie } from '#worker/consent/model/consent-cookie.ts';
import { decisionsOf, lastLapse, mergeCookie } from '#worker/consent/model/consent-decisions.ts';
import type { ConsentAct, ConsentRecorded } from '#worker/consent/model/consent-exchange.ts';
import type { ConsentNotice } from '#worker/consent/model/consent-notice.ts';
import { type ActReceived, type Seal, sealRecord } from '#worker/consent/model/consent-record.ts';
import { draftRecord, isDelayed } from '#worker/consent/model/draft-record.ts';
import { noticeText } from '#worker/consent/model/notice-hash.ts';
import { shownNotice } from '#worker/consent/shown-notice.ts';
import { DomainError } from '#worker/kernel/errors.ts';
import { sha256 } from '#worker/kernel/hash.ts';
import { newId, randomBytes } from '#worker/kernel/random.ts';
import { servicesOf } from '#worker/promises/model/services.ts';

export interface RecordChoiceContext {
  readonly now: number;
  readonly board: Board;
  readonly consents: Pick<ConsentRecordsRepository, 'standing' | 'append'>;
  readonly sealConsent: Seal;
  /** The secret that belongs to an act: the same again when the same act comes again. */
  readonly consentSecret: (received: ActReceived) => Promise<string>;
}

export interface ChoiceMade {
  readonly act: ConsentAct;
  readonly build: string;
  readonly country: string;
  /** Whether the signal was seen, by header or by script. */
  readonly gpc: boolean;
  /** The cookies of the request, as they came. */
  readonly cookie: string | null;
  readonly secret: string | null;
}

export interface ChoiceRecorded {
  readonly answer: ConsentRecorded;
  /** For the cookie that opens one's own record; null where it stays as it is. */
  readonly secret: string | null;
}

/** What an act is known by, worked out once. */
interface Asked {
  readonly actKey: string;
  readonly notice: string;
  readonly subject: string | null;
  readonly cookie: ConsentCookie | null;
}

/** The secret that a first yes brings, and its hash. */
interface OwnSecret {
  readonly secret: string;
  readonly subject: string;
}

interface Attempt {
  readonly choice: ChoiceMade;
  readonly asked: Asked;
  readonly standing: ConsentStanding;
  readonly shown: ConsentNotice;
  readonly own: OwnSecret;
}

/** As often as others may be appended between a look at the head and one's own turn, before somebody is asked to come again. */
const TRIES = 60;
const LONGEST_PAUSE_MS = 500;

/** Keeps what somebody chose. The same act sent again is recorded once and answered alike. */
export async function recordChoice(context: RecordChoiceContext, choice: ChoiceMade): Promise<ChoiceRecorded> {
  const asked = await askedOf(choice);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const standing = await context.consents.standing(asked);
    const shown = await shownNotice({ board: context.board, hash: asked.notice, kept: standing.notice });
    const own = await ownSecret(context, { key: choice.act.key, receivedAt: standing.repeat?.receivedAt ?? context.now });
    const attempt = { choice, asked, standing, shown, own };
    const record = standing.repeat ?? (await append(context, attempt));
    if (record !== null) return answerOf(context, { ...attempt, record });
    await letOthersGo(tries);
  }
  throw new DomainError('unavailable', 'Too many people are choosing at this moment. Try again in a minute.');
}

/** A moment by chance, longer with each try: where all came again at once, all but one would come in vain, again and again. */
function letOthersGo(tries: number): Promise<void> {
  const longest = Math.min(5 * 2 ** tries, LONGEST_PAUSE_MS);
  const [byte = 0] = randomBytes(1);
  return new Promise((resolve) => setTimeout(resolve, (byte / 256) * longest));
}

async function askedOf({ act, cookie, secret }: ChoiceMade): Promise<Asked> {
  const [actKey, subject] = await Promise.all([sha256(act.key), secret === null ? null : sha256(secret)]);
  return { actKey, notice: act.notice, subject, cookie: cookie === null ? null : readConsentCookie(cookie) };
}

async function ownSecret({ consentSecret }: RecordChoiceContext, received: ActReceived): Promise<OwnSecret> {
  const secret = await consentSecret(received);
  return { secret, subject: await sha256(secret) };
}

/** Null when another act was appended meanwhile. */
async function append(context: RecordChoiceContext, attempt: Attempt): Promise<StoredConsent | null> {
  refuseWrong(context, attempt);
  const { choice, asked, standing, shown } = attempt;
  const { act, build } = choice;
  const record = recordOf(context, attempt);
  const appended = await context.consents.append({
    head: standing.head,
    record,
    mac: await sealRecord(context.sealConsent, record, standing.head.mac),
    actKey: asked.actKey,
    replaces: { services: Object.keys(act.answers), givenUntil: isDelayed(act) ? record.givenAt : Number.MAX_SAFE_INTEGER },
    shown: {
      hash: act.notice,
      version: shown.version,
      language: shown.language,
      text: noticeText(shown),
      build,
      publishedAt: context.now,
    },
  });
  return appended ? record : null;
}

function refuseWrong({ board, now }: RecordChoiceContext, { choice: { act, gpc }, asked: { cookie }, shown }: Attempt): void {
  const fields = checkAnswers({ act, shown, services: servicesOf(board), gpc, cookie, now });
  if (fields.length === 0) return;
  throw new DomainError('invalid', fields.map(({ field, message }) => `${field}: ${message}`).join(' '), fields);
}

function recordOf({ board, now }: RecordChoiceContext, { choice, asked, standing: { head, latest }, shown, own }: Attempt): StoredConsent {
  const { act, build, country, gpc } = choice;
  const isYes = Object.values(act.answers).some((answer) => answer !== 'no');
  // A secret that no record knows was not given by this board.
  const subject = latest !== null ? asked.subject : isYes ? own.subject : null;
  const services = servicesOf(board);
  const record = draftRecord({
    id: newId(),
    act,
    shown,
    services,
    build,
    country,
    gpc,
    head,
    subject,
    previousId: latest?.id ?? null,
    now,
  });
  const isOvertaken = isDelayed(act) && latest !== null && latest.givenAt > record.givenAt;
  return { ...record, replacedAt: isOvertaken ? now : null };
}

function answerOf(
  { board, now }: RecordChoiceContext,
  { choice: { act, secret }, asked, shown, own, record }: Attempt & { readonly record: StoredConsent },
): ChoiceRecorded {
  const services = servicesOf(board);
  const decisions = decisionsOf(record, services);
  const merging = { before: asked.cookie, decisions, version: shown.version, key: act.key, isDelayed: isDelayed(act), services, now };
  const cookie = mergeCookie(merging);
  const maxAge = Math.max(0, Math.ceil((lastLapse(cookie.decisions) - now) / 1000));
  const answer = { cookie: writeConsentCookie(cookie), maxAge, reference: record.subject === null ? null : record.id };
  const opens = record.subject === own.subject ? own.secret : record.subject === asked.subject ? secret : null;
  return { answer, secret: record.granted.length > 0 ? opens : null };
}
