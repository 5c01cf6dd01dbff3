import { reasonsIn } from '#site/lib/reasons-form.ts';

/** What staff can do to an employer, by the last segment of the API's route. */
export const EMPLOYER_ACTS = ['suspend', 'restore', 'merge', 'unmerge'] as const;
export type EmployerActName = (typeof EMPLOYER_ACTS)[number];

interface EmployerAct {
  readonly act: EmployerActName;
  /** The API's route. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The act that a form of the page about employers asks for; null where it asks for none. */
export function employerActIn(form: URLSearchParams): EmployerAct | null {
  const act = EMPLOYER_ACTS.find((name) => name === form.get('act'));
  if (act === undefined) return null;
  const body = { reason: textIn(form, 'reason'), note: textIn(form, 'note'), ...moreOf(act, form) };
  return { act, path: `/api/admin/employers/${encodeURIComponent(form.get('employer') ?? '')}/${act}`, body };
}

function moreOf(act: EmployerActName, form: URLSearchParams): Readonly<Record<string, unknown>> {
  if (act === 'suspend') return { reasons: reasonsIn(form) };
  if (act === 'restore') return { why: textIn(form, 'why') };
  return act === 'merge' ? { into: textIn(form, 'into') } : {};
}

function textIn(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').trim();
}
