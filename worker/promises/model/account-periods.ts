import { type Duration, days, hours, minutes, months } from '#worker/promises/model/duration.ts';

/** How long a session stays without use, and at the longest. Decided: whoever sees the data of others is asked again much sooner. */
export const SESSION_LASTS = {
  seeker: { idle: days(30), atMost: days(90) },
  employer: { idle: hours(12), atMost: days(7) },
  moderator: { idle: hours(12), atMost: days(7) },
  administrator: { idle: hours(12), atMost: days(7) },
} as const;

/** After what time the password is asked again before something grave. */
export const PROOF_LASTS = minutes(15);
/** A sign-in half-way, and a passkey that is being asked for. */
export const CHALLENGE_LASTS = minutes(10);
/** What a link from a mail has opened, in the browser that opened it. */
export const OPENED_LINK_LASTS = minutes(30);

/** How long a link from a mail opens something. Decided: a guest’s link lives as long as a post can (180 days in public, 30 more, and a stop before it). */
export const LINK_LASTS = {
  'confirm-sign-up': days(7),
  'reset-password': minutes(30),
  'confirm-address': hours(1),
  'undo-address': days(7),
  'lost-factor': hours(1),
  'confirm-post': days(7),
  'manage-post': days(300),
  'join-employer': days(7),
  'prove-domain': days(7),
  'confirm-relay': days(2),
  notice: months(24),
  decision: months(7),
} as const;

/** A reminder of a sign-up that waits. */
export const REMINDED_AFTER = days(2);
/** After an address change was undone: how long the mailbox alone does not reset the password. */
export const RESET_BLOCKED = days(7);
/** The wait before a lost second factor falls. */
export const LOST_FACTOR_WAIT = days(7);
/** When the end by inactivity is announced: full months without use, and days beyond. */
export const INACTIVITY_WARNINGS = [
  { months: months(35), days: days(0) },
  { months: months(35), days: days(15) },
] as const;
/** However late a warning was sent: no account ends by inactivity sooner after the last. From 35½ to 36 months it is this, where February lies between. */
export const INACTIVITY_NOTICE = days(13);
/** Whoever asks for a copy of their data again within this gets the same one. */
export const ONE_COPY_WITHIN = hours(1);
/** How long a browser is remembered as one that signed in before. */
export const BROWSER_KNOWN = months(12);

/** The periods of accounts by the names of their facts. */
export const PERIOD_FACTS: Readonly<Record<string, Duration>> = {
  'session.seeker': SESSION_LASTS.seeker.idle,
  'session.seeker-longest': SESSION_LASTS.seeker.atMost,
  'session.others': SESSION_LASTS.employer.idle,
  'session.others-longest': SESSION_LASTS.employer.atMost,
  'proof-lasts': PROOF_LASTS,
  'link.confirm-sign-up': LINK_LASTS['confirm-sign-up'],
  'link.reset-password': LINK_LASTS['reset-password'],
  'link.undo-address': LINK_LASTS['undo-address'],
  'lost-factor-wait': LOST_FACTOR_WAIT,
  'inactivity.first-warning': INACTIVITY_WARNINGS[0].months,
};
