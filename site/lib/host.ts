/** A site as people call it: its name without `www.` */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^www\./, '');
}
