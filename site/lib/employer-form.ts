import type { FieldError } from '#worker/kernel/errors.ts';

/** What everybody reads about an employer, as its form sends it. */
export interface EmployerTyped {
  readonly name: string;
  readonly website: string;
  readonly about: string;
  /** One on each line. */
  readonly places: string;
}

export function employerTyped(form: URLSearchParams | null): EmployerTyped {
  const text = (name: keyof EmployerTyped) => form?.get(name) ?? '';
  return { name: text('name'), website: text('website'), about: text('about'), places: text('places') };
}

/** As the API takes it. */
export function employerBody({ places, ...typed }: EmployerTyped) {
  return { ...typed, places: places.split(/\r?\n/).filter((line) => line.trim() !== '') };
}

/** What is wrong with one of several places stands beside the field of all of them. */
export function placesTogether(fields: readonly FieldError[]): readonly FieldError[] {
  return fields.map(({ field, message }) => ({ field: field.startsWith('places.') ? 'places' : field, message }));
}
