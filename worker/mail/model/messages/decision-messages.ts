import type { DecisionTold, MailFacts } from '#worker/mail/model/mail-facts.ts';
import type { MailVoice } from '#worker/mail/model/mail-voice.ts';
import type { Message, MessageRow, Messages } from '#worker/mail/model/message.ts';
import { DECISION_WORDS as WORDS } from '#worker/mail/model/messages/decision-words.ts';
import { oneLine } from '#worker/mail/model/one-line.ts';
import { mayObjectTo } from '#worker/moderation/model/notice-outcomes.ts';
import type { RestrictionTold } from '#worker/moderation/model/statement.ts';
import { postRule } from '#worker/posts/model/post-rules.ts';
import { OBJECTION_LASTS } from '#worker/promises/model/report-periods.ts';
import type { Words } from '#worker/promises/model/words.ts';

type DecisionMails =
  | 'decision'
  | 'decision-guest'
  | 'decision-reversed'
  | 'notice-received'
  | 'notice-decided'
  | 'appeal-decided'
  | 'case-file-kept';

/** Decisions on ads, and what those who are concerned are told of them: each with its reasons and the ways to object. */
export const DECISION_MESSAGES: Messages<DecisionMails> = {
  decision: (facts, voice) => decided(facts, { voice, url: voice.page(`/decisions/${facts.id}`) }),
  'decision-guest': (facts, voice) => decided(facts, { voice, url: voice.opens('decision', facts.token) }),
  'decision-reversed': ({ title, restriction, why }, { say }) => ({
    subject: say(WORDS.reversed[restriction], { title }),
    paragraphs: [say(WORDS.reversedText[restriction], { title }), oneLine(why)],
    why: say(whyTo(restriction)),
  }),
  'notice-received': ({ title, url, token }, { say, opens }) => ({
    subject: say(WORDS.received, { title }),
    paragraphs: [say(WORDS.receivedText, { title }), say(WORDS.receivedNext)],
    rows: [{ name: say(WORDS.address), text: url }],
    button: { label: say(WORDS.receivedButton), url: opens('notice', token) },
    notYou: say(WORDS.receivedNotYou),
    why: say(WORDS.receivedWhy),
  }),
  'notice-decided': (facts, voice) => noticeDecided(facts, voice),
  'appeal-decided': ({ title, by, outcome, answer }, { say }) => ({
    subject: say(WORDS.appeal, { title }),
    paragraphs: [
      say(by === 'other-side' ? WORDS.appealOther : WORDS.appealText, { title }),
      say(outcome === 'reversed' ? WORDS.appealReversed[by] : WORDS.appealUpheld[by]),
    ],
    rows: [{ name: say(WORDS.answer), text: oneLine(answer) }],
    after: [say(WORDS.outside)],
    why: say(by === 'author' ? WORDS.whyAuthor : WORDS.whyNotifier),
  }),
  'case-file-kept': ({ title, until }, { say, moment }) => ({
    subject: say(WORDS.copy, { title }),
    paragraphs: [say(WORDS.copyText, { title }), say(WORDS.copyUntil, { until: moment(until) })],
    why: say(WORDS.whyAuthor),
  }),
};

interface Decided {
  readonly voice: MailVoice;
  readonly url: string;
}

function decided(facts: DecisionTold, { voice, url }: Decided): Message {
  const { say, moment } = voice;
  const { title, restriction, endsAt, objectionUntil } = facts;
  const isChange = facts.isChange === true;
  const again = isChange ? WORDS.change.again : WORDS.again;
  return {
    subject: say(isChange ? WORDS.change.subject : WORDS.subject[restriction], { title }),
    paragraphs: [
      say(isChange ? WORDS.change.what : WORDS.what[restriction], { title }),
      ...(endsAt === null ? [] : [say(WORDS.endsAt, { at: moment(endsAt) })]),
      ...(restriction === 'rejected' ? [say(again)] : []),
    ],
    rows: reasonsOf(facts, voice),
    button: { label: say(WORDS.button), url },
    after: [say(facts.isAlone === true ? WORDS.objectAlone : WORDS.object, { until: moment(objectionUntil) }), say(WORDS.outside)],
    why: say(whyTo(restriction)),
  };
}

function whyTo(restriction: RestrictionTold): Words {
  if (restriction === 'account-suspended') return WORDS.whyAccount;
  return restriction === 'suspended' ? WORDS.whyOwner : WORDS.whyAuthor;
}

/** What it rests on, rule by rule, and how it was found. */
function reasonsOf({ rules, law, explanation, noticed, checked }: DecisionTold, voice: MailVoice): readonly MessageRow[] {
  const { say } = voice;
  const found = [...(noticed ? [say(WORDS.noticed)] : []), ...(checked ? [say(WORDS.checked)] : []), say(WORDS.byPerson)];
  return [
    ...rules.map((rule) => ({ name: say(WORDS.rule), text: ruleWords(rule, voice) })),
    ...(law === null ? [] : [{ name: say(WORDS.law), text: oneLine(law) }]),
    { name: say(WORDS.explanation), text: oneLine(explanation) },
    { name: say(WORDS.found), text: found.join(' ') },
  ];
}

/** Of a rule that no longer is among them its id. */
function ruleWords(id: string, { say }: MailVoice): string {
  const rule = postRule(id);
  return rule === null ? id : say(rule.words);
}

function noticeDecided({ title, outcome, answer, slowedUntil, isAlone, token }: MailFacts['notice-decided'], voice: MailVoice): Message {
  const { say, moment, opens } = voice;
  const mayObject = mayObjectTo(outcome);
  const object = say(isAlone === true ? WORDS.noticeObjectAlone : WORDS.noticeObject, { period: voice.period(OBJECTION_LASTS) });
  return {
    subject: say(WORDS.noticeDecided, { title }),
    paragraphs: [
      say(WORDS.noticeOutcome[outcome], { title }),
      ...(slowedUntil === null ? [] : [say(WORDS.slowed, { until: moment(slowedUntil) })]),
      say(WORDS.byPerson),
    ],
    rows: [{ name: say(WORDS.answer), text: oneLine(answer) }],
    button: { label: say(mayObject ? WORDS.noticeButton : WORDS.receivedButton), url: opens('notice', token) },
    after: [...(mayObject ? [object] : []), say(WORDS.outside)],
    why: say(WORDS.whyNotifier),
  };
}
