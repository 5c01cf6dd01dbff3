import { expect, test } from 'vitest';
import { aGig, aPost } from '#tests/support/posts.ts';
import { proves } from '#tests/support/proves.ts';
import { publicAd } from '#worker/posts/model/public-ad.ts';
import { takenContacts } from '#worker/posts/model/taken-contacts.ts';

const at = (field: string) => `ask ${field}@firm.example first`;
const gig = aGig();

/** A post with an address in every text that somebody can write. */
const FULL = {
  ...aPost({ apply: { by: 'url', url: 'https://firm.example/jobs' }, contacts: [] }),
  title: at('title'),
  description: at('description'),
  skills: [at('skills')],
  payReason: at('payReason'),
  agreement: { name: at('agreementName'), url: null },
  gig: gig.gig === null ? null : { ...gig.gig, areaServed: at('areaServed'), availability: at('availability') },
  offeredBy: { name: at('offeredByName'), website: null },
  referenceId: at('referenceId'),
};
const FIELDS = [
  ...['agreementName', 'areaServed', 'availability', 'description', 'offeredByName'],
  ...['payReason', 'referenceId', 'skills', 'title'],
];

test('an address in any text of a post stands in no text of its ad, and behind the act of showing', proves('contacts-hidden'), () => {
  const { contacts, ...texts } = publicAd(FULL);
  expect(JSON.stringify(texts)).not.toMatch(/@firm/);
  expect(contacts.map(({ value }) => value).toSorted()).toEqual(FIELDS.map((field) => `${field}@firm.example`));
  expect(contacts.every(({ forApplying }) => !forApplying)).toBe(true);
});

test('its author is told of every one, and of the field it was in', () => {
  expect(
    takenContacts(FULL)
      .map(({ field, value }) => `${field} ${value}`)
      .toSorted(),
  ).toEqual(FIELDS.map((field) => `${field} ${field}@firm.example`));
});

test('a street that holds a number of somebody loses it too', () => {
  const [place] = aPost().places;
  const places = place === undefined ? [] : [{ ...place, street: at('street'), postalCode: at('post') }];
  expect(JSON.stringify(publicAd(aPost({ places })).places)).not.toMatch(/@firm/);
});

test('the mailbox that messages go to is for applying alone', () => {
  const [relay] = publicAd(aPost()).contacts;
  expect(relay).toMatchObject({ value: 'jobs@firm.example', forApplying: true });
  expect(publicAd(aPost({ apply: { by: 'contact' } })).contacts[0]).toMatchObject({ forApplying: false });
});
