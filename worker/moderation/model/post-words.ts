import type { Salary } from '#worker/kernel/money.ts';
import { minorDigits } from '#worker/kernel/money.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import { publicAd } from '#worker/posts/model/public-ad.ts';

/** What a moderator reads of a post, in the order of reading. */
export const READ_FIELDS = [
  'title',
  'employer',
  'website',
  'description',
  'pay',
  'payReason',
  'agreement',
  'category',
  'employmentTypes',
  'skills',
  'places',
  'remote',
  'areaServed',
  'availability',
  'apply',
  'contacts',
  'publishOn',
  'validThrough',
  'referenceId',
  'language',
  'picture',
] as const;
export type ReadField = (typeof READ_FIELDS)[number];

/** A post as texts that can be compared, as the public would read it: contacts are taken out, and only counted. */
export function postWords(content: PostContent, employer: string | null): Readonly<Record<ReadField, string>> {
  const ad = publicAd(content);
  const { salary, remote, apply, publishOn, validThrough } = content;
  return {
    title: ad.title,
    employer: employer ?? ad.offeredBy?.name ?? '',
    website: ad.offeredBy?.website ?? '',
    description: ad.description,
    pay: salary === null ? gigPrice(content) : payWords(salary),
    payReason: ad.details?.payReason ?? '',
    agreement: [ad.details?.agreement?.name ?? '', ad.details?.agreement?.url ?? ''].join(' ').trim(),
    category: content.category,
    employmentTypes: content.employmentTypes.join(', '),
    skills: ad.skills.join(', '),
    places: ad.places.map(({ street, postalCode, name, region, country }) => line([street, postalCode, name, region, country])).join('\n'),
    remote: remote === null ? '' : [remote.partly ? 'partly' : 'fully', ...remote.countries].join(' '),
    areaServed: ad.details?.gig?.areaServed ?? '',
    availability: ad.details?.gig?.availability ?? '',
    apply: apply.by === 'url' ? apply.url : apply.by,
    contacts: ad.contacts.map(({ kind }) => kind).join(', '),
    publishOn: dayOf(publishOn),
    validThrough: dayOf(validThrough),
    referenceId: content.referenceId ?? '',
    language: content.language,
    picture: content.pictureId ?? '',
  };
}

function line(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(', ');
}

function gigPrice({ gig }: PostContent): string {
  if (gig === null) return '';
  const { currency, min, max, unit } = gig.price;
  return `${range(currency, min, max)} / ${unit}`;
}

function payWords({ currency, min, max, period }: Salary): string {
  return `${range(currency, min, max)} / ${period}`;
}

function range(currency: string, ...amounts: readonly (number | null)[]): string {
  const digits = minorDigits(currency);
  const said = amounts.flatMap((amount) => (amount === null ? [] : [(amount / 10 ** digits).toFixed(digits)]));
  return `${[...new Set(said)].join(' – ')} ${currency}`;
}

function dayOf(time: number | null): string {
  return time === null ? '' : new Date(time).toISOString().slice(0, 10);
}
