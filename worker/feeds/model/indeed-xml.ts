import { jobPath } from '#worker/jobs/model/addresses.ts';
import { plainText } from '#worker/jobs/model/highlight.ts';
import type { EmploymentType, PublicJob } from '#worker/jobs/model/job-posting.ts';
import { EMPLOYMENT_TYPE_LABELS } from '#worker/jobs/model/labels.ts';
import { inUnits } from '#worker/jobs/model/present-salary.ts';
import { escapeXml } from '#worker/kernel/escape.ts';
import type { Salary } from '#worker/kernel/money.ts';

export interface Publisher {
  readonly name: string;
  readonly url: string;
  readonly now: number;
}

/** How an Indeed-style feed begins and ends; the ads stand between. */
export function indeedFrame({ name, url, now }: Publisher): readonly [begin: string, end: string] {
  const begin = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<source>',
    element('publisher', name),
    element('publisherurl', url),
    element('lastBuildDate', new Date(now).toUTCString()),
  ];
  return [`${begin.join('\n')}\n`, '</source>\n'];
}

/** One ad of an Indeed-style feed. Its first place is its place. */
export function indeedJob(job: PublicJob, publicUrl: string): string {
  const [place] = job.places;
  const fields = [
    element('title', job.title),
    element('date', new Date(job.postedAt).toUTCString()),
    element('referencenumber', job.id),
    element('url', `${publicUrl}${jobPath(job)}`),
    element('company', job.employer.name),
    element('city', place?.name),
    element('state', place?.region),
    element('country', place?.country),
    element('postalcode', place?.postalCode),
    element('streetaddress', place?.street),
    element('description', paragraphs(job.description)),
    element('salary', job.salary === null ? null : salaryText(job.salary)),
    element('jobtype', job.employmentTypes.map((type: EmploymentType) => EMPLOYMENT_TYPE_LABELS[type]).join(', ')),
    element('category', job.category),
    element('remotetype', job.remote === null ? null : job.remote.partly ? 'Hybrid remote' : 'Fully remote'),
    element('expirationdate', job.validThrough === null ? null : new Date(job.validThrough).toUTCString()),
  ];
  return `<job>${fields.join('')}</job>\n`;
}

const NEXT_ITEM = /\n(?=\s*(?:[-*+]|\d{1,9}[.)])\s)/;

/** The paragraphs and list items of a Markdown text as simple HTML: a full rendering of every ad would cost minutes of CPU. */
function paragraphs(markdown: string): string {
  const blocks = markdown.split(/\n\s*\n/).map((block) =>
    block
      .split(NEXT_ITEM)
      .map(plainText)
      .filter((line) => line !== ''),
  );
  return blocks.flatMap((lines) => (lines.length === 0 ? [] : [`<p>${lines.map(escapeXml).join('<br>')}</p>`])).join('');
}

/** `USD 84744–98000 per year`. */
function salaryText({ currency, min, max, period }: Salary): string {
  const amounts = [...new Set([inUnits(min, currency), inUnits(max, currency)])].filter((amount) => amount !== null);
  return `${currency} ${amounts.join('–')} per ${period}`;
}

function element(name: string, value: string | null | undefined): string {
  return value === null || value === undefined || value === '' ? '' : `<${name}>${escapeXml(value)}</${name}>`;
}
