const FIGURES = new Intl.NumberFormat('en');

/** `4,000`: a number as English words say it. */
export function inEnglish(number: number): string {
  return FIGURES.format(number);
}
