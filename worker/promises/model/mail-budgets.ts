/** Mails that their recipient did not ask for, over all kinds of them. More are held back, and the page answers the same. */
export const MAIL_BUDGETS = {
  recipient: { hourly: 3, daily: 10 },
  /** Decided: a school or an office behind one address signs up in one lesson; nobody writes to hundreds of strangers. */
  network: { hourly: 60, daily: 200 },
} as const;
