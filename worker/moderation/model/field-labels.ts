import { firstLanguage } from '#worker/board/model/first-language.ts';
import { board } from '#worker/board/model/this-board.ts';
import type { EmploymentType } from '#worker/jobs/model/job-posting.ts';
import { EMPLOYMENT_TYPE_LABELS } from '#worker/jobs/model/labels.ts';
import { languageName } from '#worker/kernel/display-names.ts';
import { minorDigits } from '#worker/kernel/money.ts';

/** How ids and amounts stand in what a moderator reads, in the board's first language. */

export function categoryLabel(id: string): string {
  return board.categories.find((category) => category.id === id)?.label[firstLanguage(board)] ?? id;
}

export function employmentLabels(types: readonly EmploymentType[]): string {
  return types.map((type) => EMPLOYMENT_TYPE_LABELS[type]).join(', ');
}

export function languageLabel(code: string): string {
  return languageName(code, firstLanguage(board));
}

interface Amounts {
  readonly currency: string;
  readonly min: number | null;
  readonly max: number | null;
  /** A period of pay, or the unit of a price. */
  readonly per: string;
}

/** `3,200.00 – 3,900.00 EUR a month` */
export function payLabel({ currency, min, max, per }: Amounts): string {
  const digits = minorDigits(currency);
  const write = new Intl.NumberFormat(firstLanguage(board), { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const said = [min, max].flatMap((amount) => (amount === null ? [] : [write.format(amount / 10 ** digits)]));
  return `${[...new Set(said)].join(' – ')} ${currency} / ${per}`;
}
