import { looksLikeHtml } from '#db/import/clean/description.ts';
import { readDate } from '#db/import/clean/parse-date.ts';
import { currencyIn, makeSalary, parseAmount, parseSalaryText, periodIn } from '#db/import/clean/parse-salary.ts';
import { categoryNamed } from '#db/import/map/category-names.ts';
import { employmentTypesIn } from '#db/import/map/employment-types.ts';
import { isNode, type JsonNode, listOf, textOf } from '#db/import/map/find-postings.ts';
import { NOTHING_SAID, type RawJob, type RawPlace } from '#db/import/raw-job.ts';
import { SALARY_PERIODS, type Salary } from '#worker/kernel/money.ts';

/** A schema.org JobPosting as an ad. */
export function mapJobPosting(posting: JsonNode, line: number): RawJob {
  const organization = isNode(posting.hiringOrganization) ? posting.hiringOrganization : {};
  const contact = listOf(posting.applicationContact).find(isNode) ?? {};
  const description = textOf(posting.description);
  const identifier = textOf(listOf(posting.identifier).map((entry) => (isNode(entry) ? (entry.value ?? entry.name) : entry)));
  const url = textOf(posting.url);
  return {
    ...NOTHING_SAID,
    line,
    key: identifier || url || textOf(posting['@id']),
    title: textOf(posting.title) || textOf(posting.name),
    description: { text: description, format: looksLikeHtml(description) ? 'html' : 'text' },
    employer: textOf(posting.hiringOrganization),
    employerWebsite: textOf(organization.url) || textOf(organization.sameAs) || null,
    language: textOf(posting.inLanguage) || null,
    category: categoryNamed([...listOf(posting.occupationalCategory), ...listOf(posting.industry)].map(textOf)),
    employmentTypes: employmentTypesIn(listOf(posting.employmentType).map(textOf)),
    skills: listOf(posting.skills)
      .flatMap((skill) => textOf(skill).split(/[,;\n]/))
      .map((skill) => skill.trim())
      .filter(Boolean),
    places: listOf(posting.jobLocation).flatMap(placeOf),
    remote: remoteOf(posting),
    salary: salaryOf(posting),
    posted: readDate(textOf(posting.datePosted)),
    until: readDate(textOf(posting.validThrough)),
    applyUrl: url || null,
    applyMail: textOf(contact.email) || null,
    applyPhone: textOf(contact.telephone) || null,
    referenceId: identifier || null,
  };
}

function placeOf(location: unknown): readonly RawPlace[] {
  if (typeof location === 'string') return location.trim() === '' ? [] : [{ by: 'address', text: location }];
  if (!isNode(location)) return [];
  const address = location.address ?? location;
  if (typeof address === 'string') return [{ by: 'address', text: address }];
  if (!isNode(address)) return [];
  const place = {
    locality: textOf(address.addressLocality) || null,
    region: textOf(address.addressRegion) || null,
    country: textOf(address.addressCountry) || null,
    postalCode: textOf(address.postalCode) || null,
    street: textOf(address.streetAddress) || null,
  };
  const name = textOf(location.name);
  if (Object.values(place).every((part) => part === null)) return name === '' ? [] : [{ by: 'address', text: name }];
  return [{ by: 'parts', ...place }];
}

function remoteOf(posting: JsonNode): RawJob['remote'] {
  if (
    !listOf(posting.jobLocationType)
      .map(textOf)
      .some((type) => /telecommute/i.test(type))
  )
    return null;
  const countries = listOf(posting.applicantLocationRequirements).filter(
    (area) => !isNode(area) || /country|^$/i.test(textOf(area['@type'])),
  );
  return { countries: countries.map(textOf).filter(Boolean), partly: false };
}

function salaryOf({ baseSalary, salaryCurrency }: JsonNode): Salary | null {
  const base = listOf(baseSalary)[0];
  const currency = currencyIn(textOf(salaryCurrency));
  if (!isNode(base)) return parseSalaryText(textOf(base), { currency, period: null });
  const value = isNode(base.value) ? base.value : base;
  const unit = (textOf(value.unitText) || textOf(base.unitText)).toLowerCase();
  const single = parseAmount(textOf(isNode(base.value) ? base.value.value : base.value));
  return makeSalary({
    min: parseAmount(textOf(value.minValue)) ?? single,
    max: parseAmount(textOf(value.maxValue)) ?? single,
    currency: currencyIn(textOf(base.currency)) ?? currencyIn(textOf(value.currency)) ?? currency,
    period: SALARY_PERIODS.find((period) => period === unit) ?? periodIn(unit),
  });
}
