import type { AppealsRepository } from '#db/repositories/appeals.ts';
import type { MonthOfDecisions, TransparencyRepository } from '#db/repositories/transparency.ts';
import { utcDay } from '#worker/kernel/utc-day.ts';
import type { DecisionCounts, TransparencyView } from '#worker/moderation/model/transparency-view.ts';

export interface SeeTransparencyContext {
  readonly now: number;
  readonly transparency: TransparencyRepository;
  readonly appeals: Pick<AppealsRepository, 'countStaff'>;
}

const MONTHS = 12;

/** What was reported, decided and taken back in the last twelve months, this one among them. */
export async function seeTransparency({ now, transparency, appeals }: SeeTransparencyContext): Promise<TransparencyView> {
  const names = monthsUntil(now);
  const span = { from: Date.parse(`${names.at(-1)}-01`), until: now + 1 };
  const [counted, medianNotice, medianAppeal, slowed, staff] = await Promise.all([
    transparency.months(span),
    transparency.medianOfNotices(span),
    transparency.medianOfAppeals(span),
    transparency.slowed(now),
    appeals.countStaff(),
  ]);
  const months = names.map((month) => ({ month, ...countsOf(counted.find((one) => one.month === month)) }));
  return {
    from: utcDay(span.from),
    until: utcDay(now),
    total: sum(months),
    months,
    medianNotice,
    medianAppeal,
    slowed,
    isAlone: staff < 2,
  };
}

/** `2026-11`, `2026-10`, …: months are counted in UTC. */
function monthsUntil(now: number): readonly string[] {
  const today = new Date(now);
  return Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
}

const NOTHING: DecisionCounts = {
  notices: 0,
  restricted: 0,
  kept: 0,
  alreadyGone: 0,
  abusive: 0,
  rejected: 0,
  frozen: 0,
  removed: 0,
  edited: 0,
  suspended: 0,
  checked: 0,
  noticed: 0,
  reversed: 0,
  appeals: 0,
  appealsReversed: 0,
  appealsUpheld: 0,
};

function countsOf(row: MonthOfDecisions | undefined): DecisionCounts {
  if (row === undefined) return NOTHING;
  const { month: _, ...counts } = row;
  return counts;
}

function sum(all: readonly DecisionCounts[]): DecisionCounts {
  return all.reduce(add, NOTHING);
}

function add(one: DecisionCounts, other: DecisionCounts): DecisionCounts {
  return {
    notices: one.notices + other.notices,
    restricted: one.restricted + other.restricted,
    kept: one.kept + other.kept,
    alreadyGone: one.alreadyGone + other.alreadyGone,
    abusive: one.abusive + other.abusive,
    rejected: one.rejected + other.rejected,
    frozen: one.frozen + other.frozen,
    removed: one.removed + other.removed,
    edited: one.edited + other.edited,
    suspended: one.suspended + other.suspended,
    checked: one.checked + other.checked,
    noticed: one.noticed + other.noticed,
    reversed: one.reversed + other.reversed,
    appeals: one.appeals + other.appeals,
    appealsReversed: one.appealsReversed + other.appealsReversed,
    appealsUpheld: one.appealsUpheld + other.appealsUpheld,
  };
}
