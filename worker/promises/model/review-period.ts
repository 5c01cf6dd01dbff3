import { months } from '#worker/promises/model/duration.ts';

/** Everybody who receives data is looked at again within this time. Decided: 12 months, because "carefully chosen" (PRO-17) wants a number. */
export const REVIEW_EVERY = months(12);
