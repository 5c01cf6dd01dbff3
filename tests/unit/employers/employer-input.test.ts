import { expect, test } from 'vitest';
import { employerProfile } from '#worker/employers/model/employer-input.ts';

const profile = { name: 'Harbour Cranes', website: '', about: '', places: [] };

test('characters that cannot be seen, or turn the direction of the text, stand in nothing that an employer says', () => {
  const { name, about, places } = employerProfile.parse({
    ...profile,
    name: 'Har\u200dbour\u034f \u202eCranes',
    about: 'We li\u2062ft 👷\u200d♀️',
    places: ['Mal\u{e0100}mö'],
  });
  expect({ name, about, places }).toEqual({ name: 'Harbour Cranes', about: 'We lift 👷\u200d♀️', places: ['Malmö'] });
});

test.each([
  ['name', { name: 'Ring 070\u200d1 23 45 67' }],
  ['places', { places: ['jane (at) firma.example'] }],
  ['website', { website: 'https://firma.com/?to=jane%40firma.com' }],
])('no contact hides in the %s of an employer', (field, said) => {
  const { error } = employerProfile.safeParse({ ...profile, ...said });
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
