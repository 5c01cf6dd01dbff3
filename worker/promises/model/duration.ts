/** A period as people say it. Months are calendar months, days have 24 hours; everything is UTC. */
export interface Duration {
  readonly amount: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'month';
}

const MINUTE = 60_000;
const FIXED = { minute: MINUTE, hour: 60 * MINUTE, day: 24 * 60 * MINUTE } as const;

export const minutes = (amount: number): Duration => ({ amount, unit: 'minute' });
export const hours = (amount: number): Duration => ({ amount, unit: 'hour' });
export const days = (amount: number): Duration => ({ amount, unit: 'day' });
export const months = (amount: number): Duration => ({ amount, unit: 'month' });

/** The moment a period after another, in UTC milliseconds. The last of a month stays in the month that is reached. */
export function after(moment: number, { amount, unit }: Duration): number {
  if (unit !== 'month') return moment + amount * FIXED[unit];
  const from = new Date(moment);
  const reached = new Date(moment);
  reached.setUTCDate(1);
  reached.setUTCMonth(from.getUTCMonth() + amount);
  const lastDay = new Date(Date.UTC(reached.getUTCFullYear(), reached.getUTCMonth() + 1, 0)).getUTCDate();
  reached.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return reached.getTime();
}

/** The moment a period before another: what is older has been kept for that long. */
export function before(moment: number, { amount, unit }: Duration): number {
  return after(moment, { amount: -amount, unit });
}
