import { z } from 'zod';
import { LEAST_SHOWN } from '#worker/promises/model/numbers.ts';

/** What is counted of an ad, at the server and without identity. */
export const COUNTED_ACTS = ['view', 'reveal', 'leave', 'relay'] as const;
export type CountedAct = (typeof COUNTED_ACTS)[number];

const number = z.int().nullable();
const acts = { view: number, reveal: number, leave: number, relay: number };

export const countsView = z
  .object({
    least: z.int().meta({ description: 'Below this a number is null: fewer tell too much about single people' }),
    days: z
      .array(z.object({ day: z.iso.date(), ...acts }))
      .readonly()
      .meta({ description: 'The newest first' }),
    total: z.object(acts).meta({ description: 'Of these days, rounded down to a multiple of the least' }),
  })
  .meta({ id: 'PostCounts' });
export type CountsView = Readonly<z.infer<typeof countsView>>;

export interface CountedOn {
  readonly day: string;
  readonly what: CountedAct;
  readonly count: number;
}

/** The counts of days as their poster may see them: what is small is not told apart from nothing, neither by itself nor as a difference. */
export function presentCounts(days: readonly string[], counted: readonly CountedOn[]): CountsView {
  const of = (what: CountedAct, day?: string) =>
    counted.filter((one) => one.what === what && (day === undefined || one.day === day)).reduce((sum, { count }) => sum + count, 0);
  const shown = (count: number) => (count < LEAST_SHOWN ? null : count);
  const rounded = (count: number) => shown(count - (count % LEAST_SHOWN));
  const acts = (tell: (what: CountedAct) => number | null) => ({
    view: tell('view'),
    reveal: tell('reveal'),
    leave: tell('leave'),
    relay: tell('relay'),
  });
  return {
    least: LEAST_SHOWN,
    days: days.map((day) => ({ day, ...acts((what) => shown(of(what, day))) })),
    total: acts((what) => rounded(of(what))),
  };
}
