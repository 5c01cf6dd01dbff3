import {
  applyLabel,
  categoryLabel,
  contactLabels,
  dayLabel,
  employmentLabels,
  languageLabel,
  payLabel,
  placeLabel,
  remoteLabel,
} from '#worker/moderation/model/field-labels.ts';
import type { PostContent } from '#worker/posts/model/post-content.ts';
import { publicAd } from '#worker/posts/model/public-ad.ts';

/** What a moderator reads of a post, in the order of reading. */
export const READ_FIELDS = [
  'title',
  'employer',
  'website',
  'domain',
  'objectUntil',
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

export type ReadWords = Readonly<Record<ReadField, string>>;

/** Every field, saying nothing: what reads only some of them begins here. */
export const NO_WORDS: ReadWords = {
  title: '',
  employer: '',
  website: '',
  domain: '',
  objectUntil: '',
  description: '',
  pay: '',
  payReason: '',
  agreement: '',
  category: '',
  employmentTypes: '',
  skills: '',
  places: '',
  remote: '',
  areaServed: '',
  availability: '',
  apply: '',
  contacts: '',
  publishOn: '',
  validThrough: '',
  referenceId: '',
  language: '',
  picture: '',
};

/** A post as texts that can be compared, as the public would read it: contacts are taken out, and only counted. */
export function postWords(content: PostContent, employer: string | null): ReadWords {
  const ad = publicAd(content);
  const { apply, publishOn, validThrough } = content;
  return {
    ...NO_WORDS,
    title: ad.title,
    employer: employer ?? ad.offeredBy?.name ?? '',
    website: ad.offeredBy?.website ?? '',
    description: ad.description,
    pay: payOf(content),
    payReason: ad.details?.payReason ?? '',
    agreement: [ad.details?.agreement?.name ?? '', ad.details?.agreement?.url ?? ''].join(' ').trim(),
    category: categoryLabel(content.category),
    employmentTypes: employmentLabels(content.employmentTypes),
    skills: ad.skills.join(', '),
    places: ad.places
      .map(({ street, postalCode, name, region, country }) => placeLabel([street, postalCode, name, region], country))
      .join('\n'),
    remote: remoteLabel(ad.remote, ad.remoteCountries),
    areaServed: ad.details?.gig?.areaServed ?? '',
    availability: ad.details?.gig?.availability ?? '',
    apply: apply.by === 'url' ? apply.url : applyLabel(apply.by),
    contacts: contactLabels(ad.contacts.filter(({ forApplying }) => !forApplying).map(({ kind }) => kind)),
    publishOn: dayLabel(publishOn),
    validThrough: dayLabel(validThrough),
    referenceId: content.referenceId ?? '',
    language: languageLabel(content.language),
    picture: content.pictureId ?? '',
  };
}

function payOf({ salary, gig }: PostContent): string {
  if (gig !== null) return payLabel({ ...gig.price, per: gig.price.unit });
  return salary === null ? '' : payLabel({ ...salary, per: salary.period });
}
