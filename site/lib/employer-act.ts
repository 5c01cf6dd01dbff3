/** What staff can do to an employer, by the last segment of the API's route. */
export const EMPLOYER_ACTS = ['suspend', 'restore', 'merge', 'unmerge'] as const;
export type EmployerActName = (typeof EMPLOYER_ACTS)[number];

const FIELDS: Readonly<Record<EmployerActName, readonly string[]>> = {
  suspend: ['law', 'explanation'],
  restore: [],
  merge: ['into'],
  unmerge: [],
};

interface EmployerAct {
  readonly act: EmployerActName;
  /** The API's route. */
  readonly path: string;
  readonly body: Readonly<Record<string, string>>;
}

/** The act that a form of the page about employers asks for; null where it asks for none. */
export function employerActIn(form: URLSearchParams): EmployerAct | null {
  const act = EMPLOYER_ACTS.find((name) => name === form.get('act'));
  if (act === undefined) return null;
  const names = ['reason', 'note', ...FIELDS[act]];
  const body = Object.fromEntries(names.map((name) => [name, (form.get(name) ?? '').trim()]));
  return { act, path: `/api/admin/employers/${encodeURIComponent(form.get('employer') ?? '')}/${act}`, body };
}
