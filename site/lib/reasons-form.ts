/** Reasons as the API takes them, from the fields of `ReasonsFields.astro`: a law where one is named, else the rule. */
export function reasonsIn(form: URLSearchParams) {
  const text = (name: string) => (form.get(name) ?? '').trim();
  const rule = text('rule');
  const law = text('law');
  const ground = law === '' ? { is: 'rules', rules: rule === '' ? [] : [rule] } : { is: 'law', law };
  return { ground, explanation: text('explanation') };
}

/** Which control each field of the reasons is, for the links in the list of problems. */
export const REASONS_IDS: Readonly<Record<string, string>> = {
  'reasons.ground.rules': 'rule',
  'reasons.ground.law': 'law',
  'reasons.explanation': 'explanation',
  reasons: 'rule',
};
