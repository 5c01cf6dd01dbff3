import { minorDigits, type Salary } from '#worker/kernel/money.ts';
import { dayIn } from '#worker/kernel/zoned-day.ts';
import type { DraftFields, PostContent } from '#worker/posts/model/post-content.ts';
import type { Calendar } from '#worker/posts/model/read-dates.ts';

/** A post as the fields of its form, as somebody would have typed them: what an edit, a copy or another try begins with. */
export function fieldsOf(content: PostContent, { now, timeZone }: Calendar): DraftFields {
  const { title, description, language, category, skills, places, remote, apply, contacts, pictureId, offeredBy } = content;
  const contact = (kind: 'mail' | 'phone') => contacts.find((one) => one.kind === kind)?.value ?? '';
  const day = (moment: number | null) => (moment === null ? '' : dayIn(moment, timeZone));
  return {
    title,
    description,
    language,
    category,
    skills: skills.join(', '),
    places: places.map(({ placeId, name }) => placeId ?? name),
    remote: remote === null ? 'no' : remote.partly ? 'partly' : 'fully',
    remoteCountries: remote?.countries ?? [],
    apply: apply.by,
    applyUrl: apply.by === 'url' ? apply.url : '',
    contactMail: contact('mail'),
    contactPhone: contact('phone'),
    publishOn: content.publishOn !== null && content.publishOn > now ? day(content.publishOn) : '',
    validThrough: day(content.validThrough),
    pictureId: pictureId ?? '',
    offeredByName: offeredBy?.name ?? '',
    offeredByWebsite: offeredBy?.website ?? '',
    payReason: content.payReason ?? '',
    ...(content.gig === null ? jobFields(content) : gigFields(content.gig)),
  };
}

function jobFields({ employmentTypes, salary, agreement, referenceId }: PostContent): DraftFields {
  return {
    employmentTypes,
    referenceId: referenceId ?? '',
    salaryCurrency: salary?.currency ?? '',
    ...amounts('salary', salary),
    salaryPeriod: salary?.period ?? '',
    agreementName: agreement?.name ?? '',
    agreementUrl: agreement?.url ?? '',
  };
}

function gigFields({ by, areaServed, availability, price }: NonNullable<PostContent['gig']>): DraftFields {
  return { gigBy: by, areaServed, availability, priceCurrency: price.currency, ...amounts('price', price), priceUnit: price.unit };
}

/** One amount is written once. */
function amounts(name: 'salary' | 'price', pay: Pick<Salary, 'currency' | 'min' | 'max'> | null): DraftFields {
  const written = (amount: number | null) => (amount === null || pay === null ? '' : inUnits(amount, pay.currency));
  const [min, max] = [pay?.min ?? null, pay?.max ?? null];
  return { [`${name}Min`]: written(min), [`${name}Max`]: max === min ? '' : written(max) };
}

function inUnits(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  return Number.isInteger(amount / 10 ** digits) ? String(amount / 10 ** digits) : (amount / 10 ** digits).toFixed(digits);
}
