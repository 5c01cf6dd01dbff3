import { looksLikeHtml } from '#db/import/clean/description.ts';
import { readDate } from '#db/import/clean/parse-date.ts';
import { parseSalaryText } from '#db/import/clean/parse-salary.ts';
import { categoryNamed } from '#db/import/map/category-names.ts';
import { employmentTypesIn } from '#db/import/map/employment-types.ts';
import { NOTHING_SAID, type RawJob, type RawPlace } from '#db/import/raw-job.ts';

/** One item of an XML feed: the texts of its elements by name, in lower case. */
export interface FeedItem {
  /** Name of the document's root: `source`, `rss`, `feed` … */
  readonly root: string;
  readonly feedName: string | null;
  readonly line: number;
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

/** An item of an Indeed-style feed, of RSS or of Atom as an ad: their names for things do not collide. */
export function mapFeedItem(item: FeedItem): RawJob {
  const one = (...names: readonly string[]) => names.map((name) => item.texts.get(name)?.[0]).find(Boolean) ?? '';
  const all = (...names: readonly string[]) => names.flatMap((name) => item.texts.get(name) ?? []);
  const description = one('content:encoded', 'description', 'content', 'summary');
  const link = all('url', 'applyurl', 'apply_url', 'link').find((text) => /^https:/i.test(text)) ?? '';
  const type = one('remotetype', 'remote', 'telecommute');
  return {
    ...NOTHING_SAID,
    line: item.line,
    key: one('referencenumber', 'reference', 'guid', 'id', 'requisitionid', 'jobid') || link,
    title: one('title', 'jobtitle'),
    description: { text: description, format: looksLikeHtml(description) ? 'html' : 'text' },
    employer:
      one('company', 'job_listing:company', 'employer', 'hiringorganization', 'dc:creator', 'author/name', 'source', 'author') ||
      (item.feedName ?? ''),
    employerWebsite: one('companywebsite', 'company_url') || null,
    language: one('language', 'dc:language') || null,
    category: categoryNamed(all('category', 'industry', 'jobcategory')),
    employmentTypes: employmentTypesIn(all('jobtype', 'type', 'employmenttype', 'job_listing:job_type')),
    skills: all('skills')
      .flatMap((skills) => skills.split(','))
      .map((skill) => skill.trim())
      .filter(Boolean),
    places: placeOf(one),
    remote: /remote|telecommute|^(?:true|yes|1)$/i.test(type)
      ? { countries: one('country') ? [one('country')] : [], partly: /hybrid|partly/i.test(type) }
      : null,
    salary: parseSalaryText(one('salary', 'job_listing:salary', 'pay'), { currency: null, period: null }),
    posted: readDate(one('date', 'pubdate', 'published', 'dc:date', 'updated', 'posted')),
    until: readDate(one('expirationdate', 'expires', 'validthrough', 'job_listing:expires')),
    applyUrl: link || null,
    applyMail: one('email', 'applyemail') || null,
    applyPhone: one('phone') || null,
    referenceId: one('referencenumber', 'reference', 'requisitionid', 'jobid') || null,
  };
}

function placeOf(one: (...names: readonly string[]) => string): readonly RawPlace[] {
  const [locality, country] = [one('city'), one('country')];
  if (locality !== '' || country !== '') {
    const [region, postalCode, street] = [one('state', 'region'), one('postalcode', 'zip'), one('streetaddress', 'address')];
    return [
      {
        by: 'parts',
        locality: locality || null,
        region: region || null,
        country: country || null,
        postalCode: postalCode || null,
        street: street || null,
      },
    ];
  }
  const text = one('location', 'job_listing:location', 'joblocation', 'region', 'georss:featurename');
  return text === '' ? [] : [{ by: 'address', text }];
}
