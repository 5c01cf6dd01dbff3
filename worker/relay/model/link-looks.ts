import { days } from '#worker/promises/model/duration.ts';

/** How often each outside link is looked at, and how soon again after trouble. */
export const LINK_LOOKS = { well: days(7), troubled: days(1) } as const;

/** A site may be down for an hour: a link is said to be dead once it has led nowhere so many times in a row. */
export const LOOKS_BEFORE_TOLD = 2;
