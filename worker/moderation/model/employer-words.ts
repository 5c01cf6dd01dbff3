import type { EmployerPage } from '#worker/employers/model/employer-page.ts';
import { READ_FIELDS, type ReadField } from '#worker/moderation/model/post-words.ts';

const NOTHING = Object.fromEntries(READ_FIELDS.map((field) => [field, '']));

/** An employer's page in the words that a moderator compares. */
export function employerWords({ name, website, about, places, logoId }: EmployerPage): Readonly<Record<ReadField, string>> {
  return {
    ...nothing(),
    employer: name,
    website: website ?? '',
    description: about ?? '',
    places: places.join('\n'),
    picture: logoId ?? '',
  };
}

/** Made of the same list that the type is made of. */
function nothing(): Record<ReadField, string> {
  return NOTHING as Record<ReadField, string>;
}
