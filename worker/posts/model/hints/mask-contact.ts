import type { FoundContact } from '#worker/jobs/model/contacts.ts';

/** Enough of a contact to know which is meant, and too little to use it: `a…@f…`, `+46…`. */
export function maskContact({ kind, value }: Pick<FoundContact, 'kind' | 'value'>): string {
  const [local = '', host] = value.split('@');
  if (kind === 'mail' && host !== undefined) return `${local.slice(0, 1)}…@${host.slice(0, 1)}…`;
  return `${value.slice(0, 3)}…`;
}
