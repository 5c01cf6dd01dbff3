import { act } from '#site/lib/act.ts';
import type { CaseView } from '#worker/moderation/model/case-view.ts';

const ACTS = ['approve', 'reject', 'edit', 'ask'] as const;
export type DecisionAct = (typeof ACTS)[number];

/** What the queue says afterwards. */
export const OUTCOME_OF = { approve: 'approved', reject: 'rejected', edit: 'edited', ask: 'asked' } as const;

interface Decision {
  readonly request: Request;
  readonly caseId: string;
  readonly form: URLSearchParams;
}

/** Which of the forms of a case was sent; null for none of ours. */
export function decisionIn(form: URLSearchParams | null): DecisionAct | null {
  return ACTS.find((known) => known === form?.get('act')) ?? null;
}

/** Hands a form of a case to the API, field by field. */
export function decide({ request, caseId, form }: Decision, does: DecisionAct) {
  return act<{ readonly is: 'decided' }>({ request, path: `/api/moderate/cases/${caseId}/${does}`, body: bodyOf(form, does) });
}

function bodyOf(form: URLSearchParams, does: DecisionAct): object {
  const typed = (name: string) => form.get(name) ?? '';
  const rules = form.getAll('rules');
  if (does === 'ask') return { question: typed('question') };
  if (does === 'reject') return { rules, note: typed('note') };
  const answers = answersIn(form);
  if (does === 'approve') return { answers };
  // Browsers send every line's end as two characters.
  const description = typed('description').replaceAll('\r\n', '\n');
  return { title: typed('title'), description, rules, note: typed('note'), answers };
}

const ANSWER = 'answer-';

/** The name of the control that answers a flag. */
export const answerName = (flag: CaseView['flags'][number]) => `${ANSWER}${flag.key}`;

function answersIn(form: URLSearchParams): Readonly<Record<string, string>> {
  const given = [...form].filter(([name, value]) => name.startsWith(ANSWER) && value !== '');
  return Object.fromEntries(given.map(([name, value]) => [name.slice(ANSWER.length), value]));
}
