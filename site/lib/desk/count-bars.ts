/** One day of a chart. */
export interface CountBar {
  readonly day: string;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  /** A number too small to be told: drawn as a low, hollow bar. */
  readonly isFew: boolean;
}

export interface CountChart {
  readonly width: number;
  readonly height: number;
  /** The highest number told; null where none is. */
  readonly most: number | null;
  readonly bars: readonly CountBar[];
}

const WIDTH = 720;
const HEIGHT = 160;
const GAP = 0.2;
const LOW = 4;

/** Bars for the days of an ad, the oldest at the left. */
export function countBars(days: readonly { readonly day: string; readonly count: number | null }[]): CountChart {
  const told = days.flatMap(({ count }) => (count === null ? [] : [count]));
  const most = told.length === 0 ? null : Math.max(...told);
  const step = WIDTH / Math.max(days.length, 7);
  const bars = days.map(({ day, count }, nth) => {
    const height = count === null || most === null ? LOW : Math.max(LOW, (count / most) * HEIGHT);
    return { day, x: (nth + GAP / 2) * step, width: step * (1 - GAP), y: HEIGHT - height, height, isFew: count === null };
  });
  return { width: WIDTH, height: HEIGHT, most, bars };
}
