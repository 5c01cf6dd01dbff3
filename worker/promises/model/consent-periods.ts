import { months } from '#worker/promises/model/duration.ts';

/** A yes lapses, and is asked for again. Decided: six months, as CNIL advises. */
export const YES_LASTS = months(6);
/** A no is not asked about again. Decided: twelve months, as California's law says, for everybody. */
export const NO_LASTS = months(12);
/** How long a browser keeps the secret that opens its own record. Decided: as long as its longest choice counts. */
export const SECRET_LASTS = months(12);
