import type { Database } from '#db/client.ts';
import type { NewJob } from '#db/repositories/job-writes.ts';
import { employers } from '#db/schema/tables.ts';
import { newId } from '#worker/kernel/random.ts';
import { fold, slugOf } from '#worker/kernel/text.ts';

/** A moment for tests that need one; nothing depends on which. */
export const NOON = Date.UTC(2026, 4, 4, 12);
export const DAY = 86_400_000;

/** Makes an active employer and answers its row id. */
export async function addEmployer(db: Database, name: string): Promise<number> {
  const row = { id: newId(), slug: slugOf(name), name, nameKey: fold(name), createdAt: NOON, updatedAt: NOON };
  const [made] = await db.insert(employers).values(row).returning({ seq: employers.seq });
  if (made === undefined) throw new Error('the employer was not made');
  return made.seq;
}

/** An ad published at noon in one town, with whatever the test cares about said otherwise. */
export function aJob(employerSeq: number, said: Partial<NewJob> = {}): NewJob {
  const title = said.title ?? 'Nurse';
  return {
    id: newId(),
    slug: slugOf(title),
    kind: 'job',
    title,
    description: 'Care for people.',
    language: 'en',
    employerSeq,
    category: 'health',
    employmentTypes: ['full-time'],
    skills: [],
    remoteCountries: [],
    postedAt: NOON,
    publishedAt: NOON,
    createdAt: NOON,
    updatedAt: NOON,
    applyBy: 'reference',
    referenceId: 'R-1',
    places: [aPlace('Malmö')],
    contacts: [],
    ...said,
  };
}

export function aPlace(name: string): NewJob['places'][number] {
  return { placeId: null, name, region: 'Skåne', regionCode: 'SE.27', country: 'SE', street: null, postalCode: null, lat: 55.6, lng: 13 };
}
