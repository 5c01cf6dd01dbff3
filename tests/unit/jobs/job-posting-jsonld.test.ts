import { expect, test } from 'vitest';
import type { JobPlace, PublicJob } from '#worker/jobs/model/job-posting.ts';
import { jobPostingJsonLd } from '#worker/jobs/model/job-posting-jsonld.ts';

const DAY = 86_400_000;
const POSTED = Date.UTC(2026, 10, 1, 9);

const place: JobPlace = {
  placeId: '5110266',
  name: 'The Bronx',
  region: 'New York',
  country: 'US',
  street: null,
  postalCode: null,
  lat: 40.8,
  lng: -73.9,
};

const plain: PublicJob = {
  id: 'abcdefghijklmnopqrst',
  slug: 'nurse',
  kind: 'job',
  title: 'Nurse',
  description: 'Care.',
  language: 'en',
  employer: { id: 'e', name: 'Health and Hospitals', slug: 'health-and-hospitals', website: null, logoId: null, verified: null },
  places: [place],
  remote: null,
  employmentTypes: [],
  salary: null,
  category: 'health',
  skills: [],
  postedAt: POSTED,
  validThrough: null,
  publicUntil: POSTED + 180 * DAY,
  updatedAt: POSTED,
  apply: { by: 'reference' },
  referenceId: null,
  source: null,
  details: null,
};

const page = { url: 'https://b.example/jobs/nurse-x', descriptionHtml: '<p>Care.</p>', logoUrl: null, boardName: 'Board' };
const posting = (said: Partial<PublicJob> = {}) => jobPostingJsonLd({ ...plain, ...said }, page);

test('an ad that says little carries exactly what it says', () => {
  expect(posting()).toEqual({
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: 'Nurse',
    description: '<p>Care.</p>',
    datePosted: '2026-11-01T09:00:00.000Z',
    validThrough: '2027-04-30T09:00:00.000Z',
    url: 'https://b.example/jobs/nurse-x',
    identifier: { '@type': 'PropertyValue', name: 'Board', value: 'abcdefghijklmnopqrst' },
    hiringOrganization: { '@type': 'Organization', name: 'Health and Hospitals' },
    jobLocation: {
      '@type': 'Place',
      address: { '@type': 'PostalAddress', addressLocality: 'The Bronx', addressRegion: 'New York', addressCountry: 'US' },
    },
    directApply: false,
  });
});

test("the employer's own reference identifies the ad", () => {
  expect(posting({ referenceId: 'R-7' })['identifier']).toEqual({ '@type': 'PropertyValue', name: 'Health and Hospitals', value: 'R-7' });
});

test('the employer has its logo, where it has one', () => {
  const logoUrl = 'https://b.example/pictures/l';
  expect(jobPostingJsonLd(plain, { ...page, logoUrl })).toHaveProperty('hiringOrganization.logo', logoUrl);
});

test('the last day of applying is the end, unless the ad leaves the public before', () => {
  expect(posting({ validThrough: POSTED + DAY })['validThrough']).toBe('2026-11-02T09:00:00.000Z');
  expect(posting({ validThrough: POSTED + 400 * DAY })['validThrough']).toBe('2027-04-30T09:00:00.000Z');
});

test('pay is said in units of the currency, with its period', () => {
  const salary = posting({ salary: { currency: 'USD', min: 8_474_400, max: 9_800_050, period: 'year' } })['baseSalary'];
  expect(salary).toEqual({
    '@type': 'MonetaryAmount',
    currency: 'USD',
    value: { '@type': 'QuantitativeValue', minValue: 84_744, maxValue: 98_000.5, unitText: 'YEAR' },
  });
  expect(posting({ salary: { currency: 'JPY', min: 1500, max: 1500, period: 'hour' } })['baseSalary']).toEqual({
    '@type': 'MonetaryAmount',
    currency: 'JPY',
    value: { '@type': 'QuantitativeValue', value: 1500, unitText: 'HOUR' },
  });
  expect(posting({ salary: { currency: 'EUR', min: 100, max: null, period: 'day' } })['baseSalary']).toMatchObject({
    value: { '@type': 'QuantitativeValue', minValue: 1, unitText: 'DAY' },
  });
});

test('pay without an amount is left out', () => {
  expect(posting({ salary: { currency: 'EUR', min: null, max: null, period: 'year' } })).not.toHaveProperty('baseSalary');
});

test('only work that is remote altogether is telecommuting, with the countries it is open to', () => {
  expect(posting({ remote: { countries: ['SE', 'FI'], partly: false }, places: [] })).toMatchObject({
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: [
      { '@type': 'Country', name: 'Sweden' },
      { '@type': 'Country', name: 'Finland' },
    ],
  });
  expect(posting({ remote: { countries: ['SE'], partly: true } })).not.toHaveProperty('jobLocationType');
  expect(posting({ remote: { countries: ['SE'], partly: true } })).not.toHaveProperty('applicantLocationRequirements');
});

test('telecommuting is not claimed where nothing says from where', () => {
  expect(posting({ remote: { countries: [], partly: false }, places: [] })).not.toHaveProperty('jobLocationType');
  expect(posting({ remote: { countries: [], partly: false } })).toMatchObject({ jobLocationType: 'TELECOMMUTE' });
});

test('employment types take their schema.org names', () => {
  expect(posting({ employmentTypes: ['full-time', 'contract'] })['employmentType']).toEqual(['FULL_TIME', 'CONTRACTOR']);
  expect(posting({ employmentTypes: ['internship'] })['employmentType']).toBe('INTERN');
});

test('one name never stands in street, town and region at once', () => {
  const posted = posting({
    places: [{ ...place, name: 'Berlin', region: 'Berlin', street: 'Berlin', country: 'DE', postalCode: '10115' }],
  });
  expect(posted['jobLocation']).toEqual({
    '@type': 'Place',
    address: { '@type': 'PostalAddress', addressLocality: 'Berlin', postalCode: '10115', addressCountry: 'DE' },
  });
});

test('several places are a list', () => {
  expect(posting({ places: [place, place] })['jobLocation']).toHaveLength(2);
});
