/** What a control points to with `aria-describedby`: the ids that `forms/Help.astro` gives to hint and error. */
export function describedBy(id: string, { hint, error }: { readonly hint?: string | undefined; readonly error?: string | undefined }) {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(error === undefined ? [] : [`${id}-error`])];
  return ids.length === 0 ? undefined : ids.join(' ');
}
