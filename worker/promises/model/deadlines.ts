import { type Duration, days, hours, months } from '#worker/promises/model/duration.ts';

/** GDPR 12(3): an answer within one month, at most two more where it is hard, with the reason said within the first. */
export const GDPR_ANSWER = months(1);
const GDPR_EXTENSION = months(2);

/** CCPA Regulations § 7021: receipt confirmed within ten business days, an answer within 45 days, 45 more with the reason said. */
const CCPA_CONFIRM_BUSINESS_DAYS = 10;
const CCPA_ANSWER = days(45);
const CCPA_EXTENSION = days(45);

/** CCPA Regulations § 7026: sale and sharing end within 15 business days. Decided: a press of the button ends them at once. */
const CCPA_OPT_OUT_BUSINESS_DAYS = 15;

/** CCPA 1798.130(a)(5): a notice looks back over this long. */
const CCPA_LOOK_BACK = months(12);

/** CCPA 1798.120(c): years; below, nothing is sold or shared without a yes. */
const CCPA_MINOR = 16;

/** GDPR 33(1): the authority hears of a breach within 72 hours. */
const BREACH = hours(72);

/** The deadlines by the names of their facts. Business days are bare numbers: they depend on a calendar. */
export const DEADLINE_FACTS: Readonly<Record<string, Duration | number>> = {
  'deadline.gdpr': GDPR_ANSWER,
  'deadline.gdpr-extension': GDPR_EXTENSION,
  'deadline.ccpa': CCPA_ANSWER,
  'deadline.ccpa-extension': CCPA_EXTENSION,
  'deadline.ccpa-confirm': CCPA_CONFIRM_BUSINESS_DAYS,
  'deadline.ccpa-opt-out': CCPA_OPT_OUT_BUSINESS_DAYS,
  'deadline.breach': BREACH,
  'ccpa.look-back': CCPA_LOOK_BACK,
  'ccpa.minor': CCPA_MINOR,
};
