import { reasonsIn } from '#site/lib/reasons-form.ts';

/** What an administrator can do to somebody who was looked up. */
export const PERSON_ACTS = ['role', 'end-sessions', 'suspend', 'restore', 'lift-freeze'] as const;
export type PersonActName = (typeof PERSON_ACTS)[number];

interface PersonAct {
  readonly act: PersonActName;
  /** The API's route. */
  readonly path: string;
  /** What its body holds beside the reason. */
  readonly more: Readonly<Record<string, unknown>>;
}

/** The act that a form of the page about people asks for; null where it looks somebody up. */
export function personActIn(form: URLSearchParams): PersonAct | null {
  const act = PERSON_ACTS.find((name) => name === form.get('act'));
  if (act === undefined) return null;
  const path = `/api/admin/people/${encodeURIComponent(form.get('person') ?? '')}/${act}`;
  return { act, path, more: moreOf(act, form) };
}

/** The employers that a form for suspending an account offers, as it was sent. */
export function employersOffered(form: URLSearchParams): readonly { readonly id: string; readonly name: string }[] {
  return form.getAll('offered').map((text) => {
    const [id = '', ...name] = text.split(' ');
    return { id, name: name.join(' ') };
  });
}

function moreOf(act: PersonActName, form: URLSearchParams): Readonly<Record<string, unknown>> {
  if (act === 'role') return { role: form.get('role') ?? '' };
  if (act === 'suspend') return { reasons: reasonsIn(form) };
  return act === 'restore' ? { why: (form.get('why') ?? '').trim() } : {};
}
