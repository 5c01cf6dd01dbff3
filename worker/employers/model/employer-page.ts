/** Everything that an employer says of itself in public. */
export interface EmployerPage {
  readonly name: string;
  readonly website: string | null;
  /** Markdown, as it was written. */
  readonly about: string | null;
  readonly places: readonly string[];
  /** `pictures.id` */
  readonly logoId: string | null;
}
