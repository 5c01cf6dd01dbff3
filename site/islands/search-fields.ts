import type { SearchView } from '#worker/jobs/model/job-view.ts';

/** What the form asks for, without its empty fields; a radius needs a place. */
export function readForm(form: HTMLFormElement): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim() !== '') search.append(name, value.trim());
  }
  if (!search.has('place')) search.delete('radius');
  return search;
}

/** Sets the three fields to a search; the filters follow with its answer. */
export function writeForm(form: HTMLFormElement, search: URLSearchParams): void {
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || !form.contains(field)) continue;
    field.value = search.get(field.name) ?? '';
    if (field.name === 'place') delete field.dataset.placeId;
  }
}

/** Shows the place that was understood: by its name where the search holds its id, nothing where it was no place ("remote"). */
export function writePlace(form: HTMLFormElement, { query, place }: SearchView): void {
  const field = form.querySelector<HTMLInputElement>('#place');
  const searched = new URLSearchParams(query).get('place');
  if (field === null) return;
  if (searched === null) field.value = '';
  if (place === null || searched !== place.id) return;
  field.value = place.label;
  field.dataset.placeId = place.id;
}
