import { nobodys, somebodys } from '#db/data-map/entry.ts';

/** Words of an ad may name a person; an ad that was stopped goes by the rule `stopped-jobs`, one that ran out by this one. */
const AD_WORDS = { category: 'job-ads', retention: 'expired-jobs', inExport: 'as it is', erasure: 'delete' } as const;
const ORDER = 'numbers and links rows of our own';
const FACTS = 'describes the work in values of closed lists, numbers and days';

const sources = {
  whose: 'nobody',
  purpose: 'publish-jobs',
  columns: {
    ...nobodys('names a file or feed, and when it was read', 'id', 'name', 'firstImportedAt', 'lastImportedAt', 'datesMovedDays'),
  },
} as const;

/** A sole trader's firm bears a person's name. It goes with the last ad. */
const employers = {
  whose: 'people named in ads',
  purpose: 'publish-jobs',
  columns: {
    ...somebodys(AD_WORDS, 'name', 'website', 'about', 'verifiedDomain'),
    ...somebodys({ ...AD_WORDS, isUnique: 'words' }, 'slug', 'nameKey'),
    ...nobodys(
      ORDER,
      'seq',
      'id',
      'status',
      'sourceId',
      'createdAt',
      'updatedAt',
      'unlisted',
      'logoId',
      'verifiedAt',
      'verifiedBy',
      'mergedInto',
    ),
    ...nobodys('names towns, regions or countries', 'places'),
  },
} as const;

const jobs = {
  whose: 'people named in ads',
  purpose: 'publish-jobs',
  columns: {
    ...somebodys(AD_WORDS, 'title', 'description', 'slug', 'applyUrl', 'referenceId', 'details'),
    ...nobodys(ORDER, 'seq', 'id', 'status', 'employerSeq', 'sourceId', 'sourceKey', 'createdAt', 'updatedAt', 'carriedAt'),
    ...nobodys('tells whether an ad has changed; no word can be read back from it', 'contentHash'),
    ...nobodys(FACTS, 'kind', 'language', 'category', 'employmentTypes', 'skills', 'remote', 'remoteCountries', 'applyBy'),
    ...nobodys(FACTS, 'salaryCurrency', 'salaryMin', 'salaryMax', 'salaryPeriod', 'salaryYearly'),
    ...nobodys(FACTS, 'postedAt', 'publishedAt', 'validThrough', 'stoppedAt', 'publicFrom', 'publicUntil'),
  },
} as const;

/** Where the work is, is where somebody lives, if it is in a household. */
const jobPlaces = {
  whose: 'people named in ads',
  purpose: 'publish-jobs',
  columns: {
    ...somebodys(AD_WORDS, 'street', 'postalCode'),
    ...nobodys(ORDER, 'jobSeq', 'position', 'placeId'),
    ...nobodys('names a town, a region or a country, and the middle of it', 'name', 'region', 'regionCode', 'country', 'lat', 'lng'),
  },
} as const;

const jobContacts = {
  whose: 'people named in ads',
  purpose: 'publish-jobs',
  columns: {
    ...somebodys({ ...AD_WORDS, category: 'ad-contacts' }, 'value'),
    ...nobodys('says what kind of contact the value is', 'kind', 'forApplying'),
    ...nobodys(ORDER, 'jobSeq', 'position'),
  },
} as const;

const withheldJobs = {
  whose: 'nobody',
  purpose: 'moderation',
  columns: nobodys('says that an ad is kept from the public, why, and until when', 'jobSeq', 'why', 'since', 'endsAt'),
} as const;

export const AD_TABLES = { sources, employers, jobs, withheldJobs, jobPlaces, jobContacts } as const;
