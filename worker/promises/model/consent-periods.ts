import { months } from '#worker/promises/model/duration.ts';

/** A yes lapses, and is asked for again. Decided: six months, as CNIL advises. */
export const YES_LASTS = months(6);
/** A no is not asked about again. Decided: twelve months, as California's law says, for everybody. */
export const NO_LASTS = months(12);
/** How long a browser keeps what opens its own record: as long as its longest choice counts. */
export const SECRET_LASTS = NO_LASTS;
