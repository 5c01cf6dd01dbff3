import type { Board, Jurisdiction } from '#worker/board/model/board.ts';
import { isInEea } from '#worker/promises/model/countries.ts';

/**
 * Which of the laws that the board's notices answer to protect somebody who lives there: the GDPR where the person or the board is in the EEA
 * (for the United Kingdom, as it stands there), the law of California for those who live in that state.
 */
export function lawsFor(region: string | null, board: Pick<Board, 'jurisdictions' | 'controller'>): readonly Jurisdiction[] {
  const isEuropean = [region ?? '', board.controller.country].some((code) => isInEea(code) || code === 'GB');
  return board.jurisdictions.filter((law) => (law === 'gdpr' ? isEuropean : region === 'US-CA'));
}
