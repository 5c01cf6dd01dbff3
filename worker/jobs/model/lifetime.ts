const DAY_MS = 86_400_000;

/** How long an ad stays public after it was published or its source last carried it, unless it names an earlier end. */
export const LIFETIME_DAYS = 180;
export const LIFETIME_MS = LIFETIME_DAYS * DAY_MS;
