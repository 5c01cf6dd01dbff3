/** UTC milliseconds. The one place that reads the time; everything else is given `now`. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** A clock that is set to a time now and runs on: scheduled work counts from when it was due. */
export function clockFrom(start: number): Clock {
  const behind = Date.now() - start;
  return () => Date.now() - behind;
}
