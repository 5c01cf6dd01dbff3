import { EMPLOYMENT_TYPES, type EmploymentType } from '#worker/jobs/model/job-posting.ts';
import type { FieldReader } from '#worker/posts/model/field-reader.ts';
import type { PostContent, PostTerms } from '#worker/posts/model/post-content.ts';
import { readLink } from '#worker/posts/model/read-contacts.ts';
import { readOptionalLine } from '#worker/posts/model/read-lines.ts';
import { type PayRules, readSalary } from '#worker/posts/model/read-pay.ts';

/** What employment it is and what it pays. */
export function readVacancy(reader: FieldReader, rules: PayRules): PostTerms {
  const typed = reader.list('employmentTypes');
  const employmentTypes = EMPLOYMENT_TYPES.filter((type) => typed.includes(type));
  if (employmentTypes.length === 0 || employmentTypes.length < new Set(typed).size) reader.wrong('employmentTypes', 'ad-form.employment');
  const isUnpaid = employmentTypes.includes('volunteer');
  if (isUnpaid && employmentTypes.length > 1) reader.wrong('employmentTypes', 'ad-form.volunteers-alone');
  return {
    employmentTypes,
    salary: isUnpaid ? noPay(reader, employmentTypes) : readSalary(reader, rules),
    payReason: isUnpaid ? null : readOptionalLine(reader, 'payReason'),
    agreement: isUnpaid ? null : readAgreement(reader),
    referenceId: readOptionalLine(reader, 'referenceId'),
    gig: null,
  };
}

function noPay(reader: FieldReader, types: readonly EmploymentType[]): null {
  const isNamed = reader.line('salaryMin') !== '' || reader.line('salaryMax') !== '';
  if (isNamed && types.length === 1) reader.wrong('salaryMin', 'ad-form.volunteers-unpaid');
  return null;
}

function readAgreement(reader: FieldReader): PostContent['agreement'] {
  const name = readOptionalLine(reader, 'agreementName');
  const url = readLink(reader, 'agreementUrl');
  if (name === null && url !== null) reader.wrong('agreementName', 'ad-form.agreement');
  return name === null ? null : { name, url };
}
