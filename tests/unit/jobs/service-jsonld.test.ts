import { expect, test } from 'vitest';
import type { GigDetails, PublicJob } from '#worker/jobs/model/job-posting.ts';
import { serviceJsonLd } from '#worker/jobs/model/service-jsonld.ts';

const gig: GigDetails = {
  by: 'person',
  areaServed: 'Malmö and 30 km around',
  availability: 'Weekday evenings',
  price: { currency: 'EUR', min: 40_00, max: 50_00, unit: 'hour' },
};

const advert: PublicJob = {
  id: 'abcdefghijklmnopqrst',
  slug: 'pianos-tuned',
  kind: 'gig',
  title: 'Pianos tuned',
  description: 'Uprights and grands.',
  language: 'en',
  employer: { id: 'e', name: 'Ada Ek', slug: null, website: null, logoId: null, verified: null },
  places: [],
  remote: null,
  employmentTypes: [],
  salary: null,
  category: 'arts',
  skills: [],
  postedAt: 0,
  validThrough: null,
  publicUntil: 1,
  updatedAt: 0,
  apply: { by: 'mail' },
  referenceId: null,
  source: null,
  details: { payReason: null, agreement: null, gig, pictureId: null },
};

const service = (said: Partial<PublicJob> = {}) =>
  serviceJsonLd(
    { ...advert, ...said },
    { url: 'https://b.example/jobs/x', descriptionHtml: '<p>Uprights and grands.</p>', logoUrl: 'https://b.example/pictures/l' },
  );
const withPrice = (price: GigDetails['price']) =>
  service({ details: { payReason: null, agreement: null, gig: { ...gig, price }, pictureId: null } });

test('who offers work of their own offers a service, and no job', () => {
  expect(service()).toEqual({
    '@context': 'https://schema.org/',
    '@type': 'Service',
    name: 'Pianos tuned',
    description: '<p>Uprights and grands.</p>',
    url: 'https://b.example/jobs/x',
    provider: { '@type': 'Person', name: 'Ada Ek' },
    areaServed: 'Malmö and 30 km around',
    offers: {
      '@type': 'Offer',
      priceSpecification: { '@type': 'UnitPriceSpecification', priceCurrency: 'EUR', minPrice: 40, maxPrice: 50, unitCode: 'HUR' },
    },
  });
});

test('a price for the whole of it has no unit', () => {
  expect(withPrice({ currency: 'JPY', min: 9000, max: 9000, unit: 'piece' })).toHaveProperty('offers.priceSpecification', {
    '@type': 'PriceSpecification',
    priceCurrency: 'JPY',
    price: 9000,
  });
});

test('a firm is an organization, with its web site', () => {
  const details = { payReason: null, agreement: null, gig: { ...gig, by: 'firm' as const }, pictureId: null };
  expect(service({ details, employer: { ...advert.employer, website: 'https://ek.example/' } })).toHaveProperty('provider', {
    '@type': 'Organization',
    name: 'Ada Ek',
    url: 'https://ek.example/',
    logo: 'https://b.example/pictures/l',
  });
});
