import type { MessageKey } from '#site/messages/translate.ts';
import type { JobKind } from '#worker/jobs/model/job-posting.ts';

const LABELS: Readonly<Record<string, MessageKey>> = {
  title: 'writing.field.title',
  description: 'writing.field.description',
  skills: 'writing.field.skills',
  payReason: 'writing.field.reason',
  agreementName: 'writing.field.agreement',
  areaServed: 'writing.field.area',
  availability: 'writing.field.available',
  referenceId: 'writing.field.reference',
};

/** What the form calls a field of text. */
export function fieldLabel(field: string, kind: JobKind): MessageKey {
  return LABELS[field] ?? (kind === 'job' ? 'writing.field.name.job' : 'writing.field.name.gig');
}
