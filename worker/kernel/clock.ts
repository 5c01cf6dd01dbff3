/** UTC milliseconds. The one place that reads the time; everything else is given `now`. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
