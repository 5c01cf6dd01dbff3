import type { PlacesRepository } from '#db/repositories/places.ts';
import type { Board } from '#worker/board/model/board.ts';
import type { PlaceChoice } from '#worker/jobs/model/job-view.ts';
import { placeChoice } from '#worker/jobs/model/place-choice.ts';

const MOST_SUGGESTED = 8;

export interface SuggestPlacesContext {
  readonly places: Pick<PlacesRepository, 'suggest' | 'resolve'>;
  readonly board: Pick<Board, 'countries'>;
  /** BCP 47, of the reader. */
  readonly language: string;
}

/** `5110266`, `US.NY`: what an address holds once a place was chosen. */
const PLACE_ID = /^(\d{1,12}|[A-Z]{2}\.[A-Z\d]{1,12})$/;

/** Places for what somebody has typed so far, best first; the one place for an id. */
export async function suggestPlaces(context: SuggestPlacesContext, { q }: { readonly q: string }): Promise<readonly PlaceChoice[]> {
  const { countries } = context.board;
  const known = PLACE_ID.test(q) ? await context.places.resolve(q, countries) : null;
  const places = known ? [known.place] : await context.places.suggest(q, { limit: MOST_SUGGESTED, countries });
  return places.map((place) => placeChoice(place, context.language));
}
