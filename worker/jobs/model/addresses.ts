/** Path of an ad's page. */
export function jobPath({ slug, id }: { readonly slug: string; readonly id: string }): string {
  return `/jobs/${slug}-${id}`;
}

/** Path of an employer's page. */
export function employerPath(slug: string): string {
  return `/employers/${slug}`;
}
