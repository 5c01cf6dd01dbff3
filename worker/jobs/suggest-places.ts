import type { PlacesRepository } from '#db/repositories/places.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { PlaceChoice } from '#worker/jobs/model/job-view.ts';
import { placeChoice } from '#worker/jobs/model/place-choice.ts';

const MOST_SUGGESTED = 8;

export interface SuggestPlacesContext {
  readonly places: Pick<PlacesRepository, 'suggest'>;
  readonly board: Pick<Board, 'countries'>;
  /** BCP 47, of the reader. */
  readonly language: string;
}

/** Places for what somebody has typed so far, best first. */
export async function suggestPlaces(context: SuggestPlacesContext, { q }: { readonly q: string }): Promise<readonly PlaceChoice[]> {
  const places = await context.places.suggest(q, { limit: MOST_SUGGESTED, countries: context.board.countries });
  return places.map((place) => placeChoice(place, context.language));
}
