import type { FieldReader } from '#worker/posts/model/field-reader.ts';
import type { PostContent, PostTerms } from '#worker/posts/model/post-content.ts';
import { POST_LENGTHS } from '#worker/posts/model/post-lengths.ts';
import { readNeededLine, readOptionalLine } from '#worker/posts/model/read-lines.ts';
import { type PayRules, readPrice } from '#worker/posts/model/read-pay.ts';

/** What is offered, where, when and for how much. */
export function readGig(reader: FieldReader, rules: PayRules): PostTerms {
  const by = reader.line('gigBy');
  if (by !== 'person' && by !== 'firm') reader.wrong('gigBy', 'ad-form.gig-by');
  const areaServed = readNeededLine(reader, {
    field: 'areaServed',
    most: POST_LENGTHS.line,
    empty: 'ad-form.area-served',
  });
  const availability = readNeededLine(reader, {
    field: 'availability',
    most: POST_LENGTHS.line,
    empty: 'ad-form.availability',
  });
  const price = readPrice(reader, rules);
  const gig = price === null ? null : { by: by === 'firm' ? ('firm' as const) : ('person' as const), areaServed, availability, price };
  const payReason = readOptionalLine(reader, 'payReason');
  return { employmentTypes: [], salary: salaryOf(price), payReason, agreement: null, referenceId: null, gig };
}

/** A price for a time compares with pay; one for the whole does not. */
function salaryOf(price: NonNullable<PostContent['gig']>['price'] | null): PostContent['salary'] {
  if (price === null || price.unit === 'piece') return null;
  const { currency, min, max, unit: period } = price;
  return { currency, min, max, period };
}
