import type { Making } from '#db/import/make-job.ts';
import type { PlaceIndex } from '#db/import/places/place-index.ts';
import type { FeedEvent, RawJob } from '#db/import/raw-job.ts';

const MOST_JOBS = 500;
const MOST_CHARACTERS = 3_000_000;
/** A place may be told only once its country is known, and its country only once it was looked up; more than these only a nonsensical feed needs. */
const MOST_ROUNDS = 5;

/** The events of a feed, each after the places that it names were looked up: many at once, for each time is a round trip. */
export async function* withPlacesLearned(
  events: AsyncIterable<FeedEvent>,
  { index, making }: { index: PlaceIndex; making: Pick<Making, 'resolvePlaces' | 'countryOf'> },
): AsyncGenerator<FeedEvent> {
  let waiting: FeedEvent[] = [];
  let characters = 0;
  for await (const event of events) {
    waiting.push(event);
    if (event.kind === 'job') characters += event.job.description.text.length;
    if (waiting.length < MOST_JOBS && characters < MOST_CHARACTERS) continue;
    await learn(waiting);
    yield* waiting;
    waiting = [];
    characters = 0;
  }
  await learn(waiting);
  yield* waiting;

  async function learn(found: readonly FeedEvent[]): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      for (const event of found) if (event.kind === 'job') askFor(event.job, making);
      if (!(await index.learn())) return;
    }
  }
}

/** What is not known yet, the index notes. */
function askFor({ places, remote }: RawJob, { resolvePlaces, countryOf }: Pick<Making, 'resolvePlaces' | 'countryOf'>): void {
  resolvePlaces(places);
  for (const country of remote?.countries ?? []) countryOf(country);
}
