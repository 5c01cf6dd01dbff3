/** A field of a row, as a copy shows it. */
export interface OwnField {
  readonly name: string;
  /** A time is written as ISO 8601, in UTC. */
  readonly is: 'text' | 'number' | 'boolean' | 'json' | 'time';
  readonly mayBeMissing: boolean;
}

export type OwnValue = string | number | boolean | null | readonly OwnValue[] | { readonly [name: string]: OwnValue };
export type OwnRow = Readonly<Record<string, OwnValue>>;

/** Everything that one table holds about one person, and what is left out of it. */
export interface OwnTableRows {
  readonly name: string;
  readonly purpose: string;
  /** Kinds of data, by the ids of the policy. */
  readonly categories: readonly string[];
  readonly fields: readonly OwnField[];
  readonly rows: readonly OwnRow[];
  readonly leftOut: readonly { readonly name: string; readonly because: string }[];
}
