import { inEnglish } from '#worker/kernel/in-english.ts';
import { LONGEST_EXPLANATION, LONGEST_NOTIFIER_NAME, LONGEST_OBJECTION } from '#worker/moderation/model/word-limits.ts';
import type { Words } from '#worker/promises/model/words.ts';

/** Why a report or an objection is not taken. */
export const REPORT_REFUSALS = {
  'reports.objection-reasons': { en: 'Say in a sentence why you think that the decision is wrong.' },
  'reports.objection-long': { en: `Write at most ${inEnglish(LONGEST_OBJECTION)} characters.` },
  'reports.email': { en: 'Give an e-mail address, such as name@example.org: the law asks for it, and the answer goes there.' },
  'reports.name': { en: 'Give your name: the law asks for it. The author of the ad does not learn it.' },
  'reports.ground': { en: 'Choose what is wrong with the ad.' },
  'reports.explanation': { en: 'Say in a sentence what is wrong, and where in the ad it stands.' },
  'reports.explanation-long': { en: `Write at most ${inEnglish(LONGEST_EXPLANATION)} characters.` },
  'reports.name-long': { en: `Write at most ${LONGEST_NOTIFIER_NAME} characters.` },
  'reports.good-faith': { en: 'Tick that you believe what you report to be true.' },
  'reports.taken-back': { en: 'This decision was taken back already.' },
  'reports.nothing-to-object': { en: 'There is nothing to object to yet, or we did what your report asked for.' },
  'reports.too-late': { en: 'The time to object is over. You can still turn to a court, or to a body that settles disputes.' },
  'reports.objected': { en: 'You have objected to this already. The answer comes by mail, and stands here.' },
  'reports.no-ad': { en: 'There is no such ad in public. It may have ended meanwhile.' },
  'reports.many-today': { en: 'You have sent as many reports as we can read in a day. We read those first: come back tomorrow.' },
  'reports.many-from-network': {
    en: 'So many reports came from your network today that we read those first. Sign in and give the address of your account to send more, or come back tomorrow.',
  },
  'reports.slowed': {
    en: 'Several reports from this address were plainly unfounded, so the next one has to wait. The mail about the last one says until when, and how to object. Where somebody’s life is in danger, call the police.',
  },
} as const satisfies Readonly<Record<string, Words>>;
