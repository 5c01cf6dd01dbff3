import type { SalaryFloor } from '#worker/jobs/model/job-query.ts';
import { SALARY_PERIODS } from '#worker/kernel/money.ts';

const FLOOR = /^([a-z]{3})?\s*(\d[\d\s.,'’]*?)\s*(k)?(?:\s*\/\s*([a-z]+))?$/i;
const MOST = 1e12;

/** Reads `90000`, `90000/year`, `25/hour`, `EUR90000/year`, `EUR 90 000/year`; null where it is none of these. */
export function parseSalaryFloor(text: string): SalaryFloor | null {
  const match = FLOOR.exec(text.normalize('NFKC').trim());
  const period = SALARY_PERIODS.find((known) => known === (match?.[4]?.toLowerCase() ?? 'year'));
  const number = parseAmount(match?.[2] ?? '');
  if (match === null || period === undefined || number === null) return null;
  const amount = match[3] === undefined ? number : Math.round(number * 100_000) / 100;
  if (amount <= 0 || amount > MOST) return null;
  return { amount, period, currency: match[1]?.toUpperCase() ?? null };
}

export function formatSalaryFloor({ amount, period, currency }: SalaryFloor): string {
  return `${currency ?? ''}${amount}/${period}`;
}

/** A number with thousands separators of any custom, and at most two decimals after the other sign. */
function parseAmount(text: string): number | null {
  const tight = text.replace(/[\s'’]/gu, '');
  if (/^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+)$/.test(tight)) return Number(tight.replace(/[.,]/g, ''));
  const parts = /^(\d+[.,]|\d{1,3}(?:,\d{3})+\.|\d{1,3}(?:\.\d{3})+,)(\d{1,2})$/.exec(tight);
  if (parts === null) return null;
  return Number(`${(parts[1] ?? '').replace(/[.,]/g, '')}.${parts[2] ?? '0'}`);
}
